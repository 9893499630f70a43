/** A referral as a row of an extract: the inverse of reading one. What was read from a row and exported reads as the same row. */
import type { Person } from '../person/person.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import type { ReferralEvent } from '../referral/event.ts';
import type { Referral } from '../referral/referral.ts';
import { standingEvents } from '../referral/standing-events.ts';
import type { ImportField } from './columns.ts';
import { cellOfAdjustments } from './person-facts.ts';
import { endOf, slotOf } from './row-events.ts';
import { wordForContactMechanism, wordForEnd, wordForSource, wordForTier } from './values.ts';

/** The cells of a row by our names for the columns; empty where there is nothing to tell. Dates are ISO. */
export function cellsOf(referral: Referral, person: Person, queue: QueuePolicy): Record<ImportField, string> {
  const { details } = person;
  const events = standingEvents(referral.events);
  const received = factsOf(events, 'received');
  const contact = factsOf(events, 'contact');
  const ended = endingOf(events);
  const end = ended === undefined ? undefined : endOf(ended.facts);
  const retiered = events.findLast(({ facts }) => facts.kind === 'retiered')?.facts;
  const tier = retiered?.kind === 'retiered' ? retiered.tier : received?.facts.tier;
  const dates = inOrder({
    firstContactOn: contact?.on ?? '',
    assessmentStartedOn: factsOf(events, 'assessment-started')?.on ?? '',
    outcomeOn: factsOf(events, 'family-informed')?.on ?? '',
    dischargedOn: ended?.on ?? '',
  });
  return {
    ...dates,
    referralId: referral.origin?.id ?? referral.id,
    nhsNumber: details.nhsNumber ?? '',
    // Somebody without either number is known by our own id, so that their row leads back to them.
    localId: details.localId ?? (details.nhsNumber === null ? person.id : ''),
    givenName: details.givenName,
    familyName: details.familyName,
    birthDate: details.birthDate,
    postcode: details.postcode ?? '',
    ethnicCategory: details.ethnicCategory,
    gpPractice: details.gpPractice ?? '',
    service: queue.name,
    receivedOn: received?.on ?? '',
    source: received === undefined ? '' : wordForSource(received.facts.source),
    priority: tier === undefined ? '' : wordForTier(tier),
    firstContactType:
      contact === undefined || dates.firstContactOn === '' ? '' : wordForContactMechanism(contact.facts.mechanism),
    dischargeReason: end === undefined ? '' : wordForEnd(end),
    ehcPlan: details.flags.includes('ehc-plan') ? 'Y' : 'N',
    lookedAfter: details.flags.includes('looked-after') ? 'Y' : 'N',
    interpreterLanguage: details.interpreterLanguage ?? '',
    reasonableAdjustments: cellOfAdjustments(details.reasonableAdjustments),
    notes: factsOf(events, 'noted')?.facts.note ?? '',
  };
}

type Kind = ReferralEvent['facts']['kind'];
type FactsOf<K extends Kind> = Extract<ReferralEvent['facts'], { readonly kind: K }>;

/** The event that ended the referral; undefined when it was taken up again since. */
function endingOf(events: readonly ReferralEvent[]): ReferralEvent | undefined {
  const last = events.findLast((event) => slotOf(event) === 'end' || event.facts.kind === 'reinstated');
  return last?.facts.kind === 'reinstated' ? undefined : last;
}

const steps = ['firstContactOn', 'assessmentStartedOn', 'outcomeOn', 'dischargedOn'] as const;

/**
 * The steps that an extract can tell: there each follows the one before. A family may be told after the discharge, and a
 * contact may follow an assessment: the later step of the extract's order is kept, and the other left out.
 */
function inOrder(dates: Readonly<Record<(typeof steps)[number], string>>): Record<(typeof steps)[number], string> {
  const told = { ...dates };
  let next = '';
  for (const step of steps.toReversed()) {
    if (next !== '' && told[step] > next) told[step] = '';
    if (told[step] !== '') next = told[step];
  }
  return told;
}

/** The first standing event of a kind. */
function factsOf<K extends Kind>(events: readonly ReferralEvent[], kind: K) {
  const found = events.find(({ facts }) => facts.kind === kind);
  return found === undefined ? undefined : { on: found.on, facts: found.facts as FactsOf<K> };
}
