import { foldAccess } from '../../domain/access/family-access.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type PersonalChannel, personalChannels } from '../../domain/message/channel.ts';
import type { Deps } from '../deps.ts';
import { familyMessageId, onceForCheckIn } from '../messages/plan-family-messages.ts';

/** How far asking a family whether it still needs the place has come. An answer ends the duty, so there is none yet. */
export interface CheckInStanding {
  /** The day on which the first of them was asked; null where nobody was. */
  readonly askedOn: LocalDate | null;
  readonly by: readonly PersonalChannel[];
  /** A message waits to be sent. */
  readonly waiting: boolean;
  /** A message did not arrive. */
  readonly failed: boolean;
}

/**
 * What became of the messages that ask a family, beside a referral that is open already: their ids follow from what they ask.
 * @param due the day on which the family was to be asked.
 */
export async function checkInStanding(
  deps: Pick<Deps, 'familyAccesses' | 'messages' | 'hash'>,
  { place, personId, referralId }: { readonly place: string; readonly personId: string; readonly referralId: string },
  due: LocalDate,
): Promise<CheckInStanding> {
  const access = await deps.familyAccesses.get(place, personId);
  const once = onceForCheckIn(referralId, due);
  const ids = foldAccess(access?.events ?? []).grants.flatMap(({ id }) =>
    personalChannels.map((channel) => familyMessageId(deps.hash, once, id, channel)),
  );
  const messages = ids.length === 0 ? [] : await deps.messages.many(place, ids);
  const sent = messages.filter(({ state }) => state === 'sent');
  const days = sent.flatMap(({ settledAt }) => (settledAt === null ? [] : [localDateOf(settledAt)])).toSorted();
  return {
    askedOn: days[0] ?? null,
    by: personalChannels.filter((channel) => sent.some((message) => message.channel === channel)),
    waiting: messages.some(({ state }) => state === 'waiting'),
    failed: messages.some(({ state }) => state === 'failed'),
  };
}
