/** What a row of an extract says happened to a referral, as the events that a member of staff would have recorded. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { ReferralEvent, ReferralEventFacts } from '../referral/event.ts';
import type { ParsedRow } from './row.ts';

/** Each fact of a row has one place in a referral's history: the slot. A second row of the same referral is compared slot by slot. */
export type RowSlot = 'receipt' | 'contact' | 'assessment' | 'outcome' | 'end' | 'note';

export interface RowFact {
  readonly slot: RowSlot;
  readonly on: LocalDate;
  readonly facts: ReferralEventFacts;
}

/** Who decided, where an extract does not say. */
const FROM_EXTRACT = 'Recorded in the source system';

/** The facts of a row, in the order in which they happened. An outcome date alone sets both decision and telling (domain.md 1.3). */
export function factsOf(row: ParsedRow): readonly RowFact[] {
  const facts: RowFact[] = [
    {
      slot: 'receipt',
      on: row.receivedOn,
      facts: {
        kind: 'received',
        source: row.source,
        tier: row.tier,
        alreadyAccepted: row.discharge?.reason !== 'rejected',
      },
    },
  ];
  if (row.notes !== null)
    facts.push({ slot: 'note', on: row.receivedOn, facts: { kind: 'noted', note: row.notes.slice(0, 2000) } });
  if (row.firstContact)
    facts.push({
      slot: 'contact',
      on: row.firstContact.on,
      facts: { kind: 'contact', mechanism: row.firstContact.mechanism, parentOnly: false },
    });
  if (row.assessmentStartedOn)
    facts.push({
      slot: 'assessment',
      on: row.assessmentStartedOn,
      facts: { kind: 'assessment-started', byRole: FROM_EXTRACT },
    });
  if (row.outcomeOn) facts.push({ slot: 'outcome', on: row.outcomeOn, facts: { kind: 'family-informed' } });
  if (row.discharge) facts.push({ slot: 'end', on: row.discharge.on, facts: endFacts(row.discharge.reason) });
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

function endFacts(reason: NonNullable<ParsedRow['discharge']>['reason']): ReferralEventFacts {
  switch (reason) {
    case 'declined-by-family':
      return { kind: 'declined-by-family' };
    case 'rejected':
      return { kind: 'rejected', reason: 'other', advice: FROM_EXTRACT };
    default:
      return { kind: 'discharged', reason, clinician: FROM_EXTRACT };
  }
}
