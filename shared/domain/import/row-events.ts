/** What a row of an extract says happened to a referral, as the events that a member of staff would have recorded. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Tier } from '../policy/tier.ts';
import type { ReferralEvent, ReferralEventFacts } from '../referral/event.ts';
import type { ImportedEnd, ParsedRow } from './row.ts';
import { linesOf } from './row-cells.ts';

/** Each fact of a row has one place in a referral's history: the slot. A second row of the same referral is compared slot by slot. */
export const rowSlots = ['receipt', 'note', 'contact', 'assessment', 'outcome', 'end'] as const;
export type RowSlot = (typeof rowSlots)[number];

export interface RowFact {
  readonly slot: RowSlot;
  readonly on: LocalDate;
  readonly facts: ReferralEventFacts;
}

/** Who decided, where an extract does not say. */
const FROM_EXTRACT = 'Recorded in the source system';

/** The facts of a row, in the order in which they happened. An outcome date alone sets both decision and telling (domain.md 1.3). */
export function factsOf(row: ParsedRow): readonly RowFact[] {
  const { source, tier, receivedOn, notes, firstContact, assessmentStartedOn, outcomeOn, discharge } = row;
  const facts: RowFact[] = [
    // It comes from a list on which it was accepted: it needs no triage here.
    { slot: 'receipt', on: receivedOn, facts: { kind: 'received', source, tier, alreadyAccepted: true } },
  ];
  const add = (slot: RowSlot, on: LocalDate, what: ReferralEventFacts) => facts.push({ slot, on, facts: what });
  if (notes !== null) add('note', receivedOn, { kind: 'noted', note: notes });
  if (firstContact !== null)
    add('contact', firstContact.on, { kind: 'contact', mechanism: firstContact.mechanism, parentOnly: false });
  if (assessmentStartedOn !== null)
    add('assessment', assessmentStartedOn, { kind: 'assessment-started', byRole: FROM_EXTRACT });
  if (outcomeOn !== null) add('outcome', outcomeOn, { kind: 'family-informed' });
  if (discharge !== null) add('end', discharge.on, endFacts(discharge.reason));
  return facts;
}

/** The slot an event that is already recorded belongs to, or undefined when no column of an extract speaks of it. */
export function slotOf(event: ReferralEvent): RowSlot | undefined {
  switch (event.facts.kind) {
    case 'received':
      return 'receipt';
    case 'contact':
      return 'contact';
    case 'assessment-started':
      return 'assessment';
    case 'family-informed':
      return 'outcome';
    case 'discharged':
    case 'declined-by-family':
    case 'rejected':
      return 'end';
    case 'noted':
      return 'note';
    default:
      return undefined;
  }
}

/** How an event ended a referral, in the words of an extract. A referral that was not accepted reads as ended unseen. */
export function endOf(facts: ReferralEventFacts): ImportedEnd | undefined {
  if (facts.kind === 'discharged') return facts.reason;
  if (facts.kind === 'declined-by-family') return 'declined-by-family';
  return facts.kind === 'rejected' ? 'unseen-other' : undefined;
}

/**
 * Whether an event that stands says what a fact of a row says, however much more it says.
 * @param tiers the priorities that the referral has or had.
 */
export function saysTheSame(event: ReferralEvent, fact: RowFact, tiers: ReadonlySet<Tier>): boolean {
  const [kept, said] = [event.facts, fact.facts];
  // An extract gives notes no day of their own.
  if (said.kind === 'noted') return kept.kind === 'noted' && linesOf(kept.note) === said.note;
  if (event.on !== fact.on || slotOf(event) !== fact.slot) return false;
  if (said.kind === 'received') return kept.kind === 'received' && kept.source === said.source && tiers.has(said.tier);
  if (said.kind === 'contact') return kept.kind === 'contact' && kept.mechanism === said.mechanism;
  return fact.slot !== 'end' || endOf(kept) === endOf(said);
}

function endFacts(reason: NonNullable<ParsedRow['discharge']>['reason']): ReferralEventFacts {
  return reason === 'declined-by-family'
    ? { kind: 'declined-by-family' }
    : { kind: 'discharged', reason, clinician: FROM_EXTRACT };
}
