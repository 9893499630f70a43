/** One wait as a card: stage, time, what comes next. */

import type { FamilyStage, FamilyWait } from '../../../shared/application/family/family-wait.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { type TagProps, tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { estimatesPath, orderPath } from '../addresses.ts';

const colours: Readonly<Record<FamilyStage, NonNullable<TagProps['colour']>>> = {
  received: 'yellow',
  'more-information': 'orange',
  waiting: 'blue',
  booked: 'aqua-green',
  'being-assessed': 'green',
  'assessment-finished': 'green',
  told: 'green',
  seen: 'green',
  monitored: 'purple',
  'not-accepted': 'grey',
  finished: 'grey',
  closed: 'grey',
};

export function stageTag(words: Words, stage: FamilyStage): Html {
  return tag({ text: words.say(`stage.${stage}.label`), colour: colours[stage] });
}

/** @param place whose lists and estimates the links are about. */
export function waitCard(words: Words, wait: FamilyWait, place: string): Html {
  const { stage, appointment, outcome, notAccepted, total } = wait;
  const rows: SummaryRow[] = [
    {
      key: words.say('wait.now'),
      value: html`${words.say(`stage.${stage}.now`)}${outcome !== null && ` ${words.say(`outcome.${outcome}`)}`}${notAccepted !== null && ` ${words.say(`not-accepted.${notAccepted}`)}`}`,
    },
  ];
  if (wait.wait !== null)
    rows.push({
      key: words.say(wait.wait.running ? 'wait.waited' : 'wait.you-waited'),
      value: told(words, 'wait.since', {
        time: html`<strong>${words.wait(wait.wait.days)}</strong>`,
        date: words.date(wait.wait.since),
      }),
    });
  if (wait.estimate !== null)
    rows.push({
      key: words.say('wait.how-long'),
      value: html`${words.estimate(wait.estimate)}${wait.estimate.asAt !== null && ` ${words.say('wait.made-on', { date: words.date(wait.estimate.asAt) })}`}`,
    });
  if (total !== null)
    rows.push({
      key: words.say('wait.in-all'),
      value: words.say('wait.in-all-since', { time: words.wait(total.days), date: words.date(total.since) }),
    });
  if (appointment !== null)
    rows.push({ key: appointmentKey(words, stage), value: appointmentWords(words, appointment) });
  rows.push({ key: words.say('wait.next'), value: words.say(`stage.${stage}.next`) });
  rows.push({
    key: words.say('wait.last-change'),
    value: wait.lastUpdatedOn === null ? words.say('wait.no-change') : words.date(wait.lastUpdatedOn),
  });
  return card({
    heading: inEnglish(words, wait.name),
    headingLevel: 2,
    content: html`<p>${stageTag(words, stage)}</p>${summaryList({ rows })}${wait.wait?.running === true && waitLinks(words, wait, place)}`,
  });
}

/** Each says which wait it is on: several cards of a page have the same links. */
function waitLinks(words: Words, { name, estimate }: FamilyWait, place: string): Html {
  const link = (href: string, text: string) =>
    html`<li><a href="${href}">${text}<span class="nhsuk-u-visually-hidden">: ${inEnglish(words, name)}</span></a></li>`;
  return html`<ul class="nhsuk-list app-no-print">${link(orderPath(place), words.say('wait.order'))}${estimate !== null && link(estimatesPath(place), words.say('wait.guesses'))}</ul>`;
}

function appointmentKey(words: Words, stage: FamilyStage): string {
  return words.say(stage === 'assessment-finished' ? 'wait.meeting' : 'wait.appointment');
}

function appointmentWords(words: Words, { on, time }: NonNullable<FamilyWait['appointment']>): string {
  const date = words.date(on);
  return time === null ? date : words.say('time.date-at', { date, time });
}
