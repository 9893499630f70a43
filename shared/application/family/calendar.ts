/**
 * The calendar of somebody of a family: a secret address that a calendar app asks for their days. It opens what their grants open,
 * asked anew each time, and nothing once it is ended. Of the address the account keeps the hash alone.
 */
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { conflict, isDomainError, notFound, unavailable } from '../../domain/error.ts';
import { languageOf } from '../../domain/language/reading.ts';
import type { FamilyDeps } from '../deps.ts';
import type { FamilyAccount } from '../ports/family-accounts.ts';
import { childView } from './child-view.ts';
import type { FamilyCall } from './family-call.ts';
import type { FamilyDate } from './family-dates.ts';
import { readRecords } from './read-children.ts';
import type { Words } from './words/words.ts';
import { wordsIn } from './words/words-in.ts';

type CalendarDeps = Pick<FamilyDeps, 'familyAccounts' | 'calendarLinks' | 'ids' | 'hash'>;

/** Rounds of writing where the same person does something else at the same moment. */
const ROUNDS = 3;

/** The day from which a calendar has been fed; null where none is. */
export function calendarSince({ account }: Pick<FamilyCall, 'account'>): LocalDate | null {
  return account.calendar === null ? null : localDateOf(account.calendar.since);
}

/**
 * A new address, in place of the one before, which ends with it. The same key gives the same address, while it stands.
 * @throws `conflict` `calendar-ended` for the key of an address that was ended; `unavailable` `busy`.
 */
export async function startCalendar(deps: CalendarDeps, call: FamilyCall, key: string): Promise<string> {
  const secret = deps.calendarLinks.secretOf(deps.ids.derived('calendar', call.account.id, key));
  const hash = deps.hash(secret);
  await changed(deps, call, async ({ calendar }) => {
    if (calendar?.hash === hash) return calendar;
    // What was ended stays ended: an old form that is sent again opens nothing.
    if ((await deps.calendarLinks.find(secret)) !== undefined)
      throw conflict('calendar-ended', 'This calendar address was stopped. Make a new one');
    return { hash, since: call.now };
  });
  await deps.calendarLinks.keep(secret, call.identity);
  return secret;
}

/** Ends the address, from the next request on. Ending it again changes nothing. @throws `unavailable` `busy`. */
export async function endCalendar(deps: CalendarDeps, call: FamilyCall): Promise<void> {
  await changed(deps, call, async () => null);
}

export interface CalendarFeed {
  /** Of every child whose record is open, each day with the child's id. */
  readonly dates: readonly (FamilyDate & { readonly personId: string })[];
  /** In the language that the adult reads. */
  readonly words: Words;
}

/**
 * What a calendar app is given; recorded as a view by the adult, as a page of theirs is.
 * @throws `not-found` `no-such-page`: one and the same for an address that was never given and for one that was ended.
 */
export async function readCalendar(
  deps: FamilyDeps,
  secret: string,
  { now, requestId }: { readonly now: Instant; readonly requestId: string },
): Promise<CalendarFeed> {
  const identity = await deps.calendarLinks.find(secret);
  const found = identity && (await deps.familyAccounts.find(identity));
  if (identity === undefined || found?.account.calendar?.hash !== deps.hash(secret))
    throw notFound('no-such-page', 'There is no such page');
  const records = await readRecords(deps, { ...found, identity, now, requestId });
  const dates = records.flatMap(({ record, context }) => {
    const { personId, dates: own } = childView(record, context);
    return own.map((date) => ({ ...date, personId }));
  });
  return { dates, words: wordsIn(languageOf(found.account.reading ?? 'en')) };
}

async function changed(
  deps: CalendarDeps,
  call: FamilyCall,
  next: (account: FamilyAccount) => Promise<FamilyAccount['calendar']>,
): Promise<void> {
  let account: FamilyAccount | undefined = call.account;
  for (let round = 0; round < ROUNDS && account !== undefined; round += 1) {
    const calendar = await next(account);
    if (calendar === account.calendar) return;
    try {
      await deps.familyAccounts.save(call.identity, { ...account, version: account.version + 1, calendar });
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      account = (await deps.familyAccounts.find(call.identity))?.account;
    }
  }
  throw unavailable('busy', 'Others are changing this at the same moment');
}
