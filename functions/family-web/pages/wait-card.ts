/** One wait as a card: stage, time, what comes next. */

import type { FamilyStage, FamilyWait } from '../../../shared/application/family/family-wait.ts';
import {
  estimateWords,
  notAcceptedWords,
  outcomeWords,
  stageWords,
  waitWords,
} from '../../../shared/application/family/family-words.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { type TagProps, tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

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

export function stageTag(stage: FamilyStage): Html {
  return tag({ text: stageWords[stage].label, colour: colours[stage] });
}

export function waitCard(wait: FamilyWait): Html {
  const words = stageWords[wait.stage];
  const { appointment, outcome, notAccepted, total } = wait;
  const rows: SummaryRow[] = [
    {
      key: 'Now',
      value: html`${words.now}${outcome !== null && ` ${outcomeWords[outcome]}`}${notAccepted !== null && ` ${notAcceptedWords[notAccepted]}`}`,
    },
  ];
  if (wait.wait !== null)
    rows.push({
      key: wait.wait.running ? 'Time waited' : 'Time you waited',
      value: html`<strong>${waitWords(wait.wait.days)}</strong>, since ${formatDate(wait.wait.since)}`,
    });
  if (wait.estimate !== null)
    rows.push({
      key: 'How long it may take',
      value: html`${estimateWords(wait.estimate)}${wait.estimate.asAt !== null && ` Made on ${formatDate(wait.estimate.asAt)}.`}`,
    });
  if (total !== null)
    rows.push({
      key: 'In all',
      value: html`${waitWords(total.days)}, since somebody first asked for this on ${formatDate(total.since)}`,
    });
  if (appointment !== null) rows.push({ key: appointmentKey(wait.stage), value: appointmentWords(appointment) });
  rows.push({ key: 'What happens next', value: words.next });
  rows.push({
    key: 'Last change',
    value: wait.lastUpdatedOn === null ? 'None yet' : formatDate(wait.lastUpdatedOn),
  });
  return card({
    heading: html`${wait.name}`,
    headingLevel: 2,
    content: html`<p>${stageTag(wait.stage)}</p>${summaryList({ rows })}`,
  });
}

function appointmentKey(stage: FamilyStage): string {
  return stage === 'assessment-finished' ? 'Meeting to tell you' : 'Appointment';
}

export function appointmentWords({ on, time }: NonNullable<FamilyWait['appointment']>): string {
  return time === null ? formatDate(on) : `${formatDate(on)} at ${time}`;
}
