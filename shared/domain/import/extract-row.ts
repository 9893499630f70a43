/**
 * A referral as a row of an extract: the way out that is read back by the way in. What is exported and imported again
 * changes nothing.
 */
import type { Person } from '../person/person.ts';
import type { ReferralEvent, ReferralEventFacts, ReferralEventKind } from '../referral/event.ts';
import type { Referral } from '../referral/referral.ts';
import { standingEvents } from '../referral/standing-events.ts';
import { type ImportField, importColumns, importFields } from './columns.ts';
import { cellOfAdjustments } from './person-facts.ts';
import { endOf, slotOf } from './row-events.ts';
import { wordForContactMechanism, wordForEnd, wordForSource, wordForTier } from './values.ts';

/** The heading row. */
export const extractHeadings: readonly string[] = importFields.map((field) => importColumns[field].heading);

/** The cells of a referral, in the order of {@link extractHeadings}. They are not yet safe for a spreadsheet: see formula.ts. */
export function extractRowOf(referral: Referral, person: Person): readonly string[] {
  const cells = { ...personCells(person), ...referralCells(referral) };
  return importFields.map((field) => cells[field]);
}

type PersonField =
  | 'nhsNumber'
  | 'localId'
  | 'givenName'
  | 'familyName'
  | 'birthDate'
  | 'postcode'
  | 'ethnicCategory'
  | 'gpPractice'
  | 'ehcPlan'
  | 'lookedAfter'
  | 'interpreterLanguage'
  | 'reasonableAdjustments';

function personCells({ details }: Person): Record<PersonField, string> {
  return {
    nhsNumber: details.nhsNumber ?? '',
    localId: details.localId ?? '',
    givenName: details.givenName,
    familyName: details.familyName,
    birthDate: details.birthDate,
    postcode: details.postcode ?? '',
    ethnicCategory: details.ethnicCategory,
    gpPractice: details.gpPractice ?? '',
    ehcPlan: details.flags.includes('ehc-plan') ? 'Y' : 'N',
    lookedAfter: details.flags.includes('looked-after') ? 'Y' : 'N',
    interpreterLanguage: details.interpreterLanguage ?? '',
    reasonableAdjustments: cellOfAdjustments(details.reasonableAdjustments),
  };
}

function referralCells(referral: Referral): Record<Exclude<ImportField, PersonField>, string> {
  const standing = standingEvents(referral.events);
  const receipt = first(standing, 'received');
  const contact = first(standing, 'contact');
  const ended = standing.find((event) => slotOf(event) === 'end');
  const end = ended === undefined ? undefined : endOf(ended.facts);
  return {
    referralId: referral.origin?.id ?? referral.id,
    service: referral.queue,
    receivedOn: receipt?.on ?? '',
    source: receipt === undefined ? '' : wordForSource(receipt.facts.source),
    priority: receipt === undefined ? '' : wordForTier(receipt.facts.tier),
    firstContactOn: contact?.on ?? '',
    firstContactType: contact === undefined ? '' : wordForContactMechanism(contact.facts.mechanism),
    assessmentStartedOn: first(standing, 'assessment-started')?.on ?? '',
    outcomeOn: first(standing, 'family-informed')?.on ?? '',
    dischargedOn: ended?.on ?? '',
    dischargeReason: end === undefined ? '' : wordForEnd(end),
    notes: first(standing, 'noted')?.facts.note ?? '',
  };
}

interface Told<K extends ReferralEventKind> {
  readonly on: ReferralEvent['on'];
  readonly facts: ReferralEventFacts<K>;
}

function first<K extends ReferralEventKind>(standing: readonly ReferralEvent[], kind: K): Told<K> | undefined {
  for (const { on, facts } of standing) if (isOfKind(facts, kind)) return { on, facts };
  return undefined;
}

function isOfKind<K extends ReferralEventKind>(facts: ReferralEventFacts, kind: K): facts is ReferralEventFacts<K> {
  return facts.kind === kind;
}
