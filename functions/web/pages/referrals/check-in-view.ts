/** Whether the family was asked if it still needs the place, and whether it has answered: silence is for a person to follow up. */
import {
  type CheckInStanding,
  checkInStanding,
} from '../../../../shared/application/family-access/check-in-standing.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { dutiesOf } from '../../../../shared/domain/referral/duties.ts';
import { standingEvents } from '../../../../shared/domain/referral/standing-events.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { channelWords } from '../family-access/words.ts';
import type { OpenRecord } from './open-record.ts';

/** Nothing where the family is not due to be asked. */
export async function checkInView({ deps }: ActingVisit, record: OpenRecord): Promise<Html | undefined> {
  const { state, context, referral, person } = record;
  const duty = dutiesOf(state, context).find(({ kind, from }) => kind === 'family-contact' && from <= context.today);
  if (duty === undefined) return answerView(record);
  const { place, id: personId } = person;
  const standing = await checkInStanding(deps, { place, personId, referralId: referral.id }, duty.by);
  return html`<p>${standingWords(standing)} The child keeps their place whether or not the family answers.</p>`;
}

function standingWords({ askedOn, by, waiting, failed }: CheckInStanding): string {
  if (askedOn !== null) {
    const ways = by.map((channel) => channelWords[channel].toLowerCase()).join(' and ');
    return `The family was asked by ${ways} on ${formatDate(askedOn)} and has not answered yet.`;
  }
  if (waiting) return 'A message that asks the family is about to be sent.';
  if (failed) return 'A message that asks the family did not arrive. Ring or write to them.';
  return 'Nobody was asked by message: nobody in the family can be reached by one. Ring or write to them.';
}

/** The last answer that the family itself gave. */
function answerView({ referral }: OpenRecord): Html | undefined {
  const last = standingEvents(referral.events).findLast(
    ({ facts, by }) => facts.kind === 'family-contacted' && facts.purpose === 'validation' && by.role === 'family',
  );
  if (last?.facts.kind !== 'family-contacted') return undefined;
  const said = last.facts.stillNeeded === false ? 'that it does not need this any more' : 'that it still needs this';
  return html`<p>On ${formatDate(last.on)} the family answered ${said}.</p>`;
}
