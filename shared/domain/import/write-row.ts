/** A referral as a row of an extract: the inverse of reading one. What was read from a row and exported reads as the same row. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Person } from '../person/person.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import type { contactMechanisms, dischargeReasons, ReferralEvent, referralSources } from '../referral/event.ts';
import type { Referral } from '../referral/referral.ts';
import { standingEvents } from '../referral/standing-events.ts';
import type { ImportField } from './columns.ts';

const sourceWords: Readonly<Record<(typeof referralSources)[number], string>> = {
  gp: 'GP',
  'health-visitor': 'Health visitor',
  school: 'School',
  paediatrician: 'Paediatrician',
  parent: 'Parent',
  self: 'Self',
  'other-service': 'Other service',
  other: 'Other',
};

const tierWords = { urgent: 'Urgent', soon: 'Soon', routine: 'Routine' } as const;

const contactWords: Readonly<Record<(typeof contactMechanisms)[number], string>> = {
  'face-to-face': 'Face to face',
  video: 'Video',
  telephone: 'Telephone',
  letter: 'Letter',
  email: 'Email',
  text: 'Text',
  'between-professionals': 'Between professionals',
};

const dischargeWords: Readonly<Record<(typeof dischargeReasons)[number], string>> = {
  completed: 'Completed',
  treated: 'Treated',
  'not-brought': 'Was not brought',
  'moved-away': 'Moved out of area',
  died: 'Died',
  'no-longer-needed': 'No longer needed',
  'unseen-other': 'Other',
};

/** The cells of a row by our names for the columns; empty where there is nothing to tell. Dates are ISO. */
export function cellsOf(referral: Referral, person: Person, queue: QueuePolicy): Record<ImportField, string> {
  const { details } = person;
  const events = standingEvents(referral.events);
  const received = factsOf(events, 'received');
  const contact = factsOf(events, 'contact');
  const end = endOf(events);
  const retiered = events.findLast(({ facts }) => facts.kind === 'retiered')?.facts;
  const tier = retiered?.kind === 'retiered' ? retiered.tier : received?.facts.tier;
  return {
    referralId: referral.origin?.id ?? referral.id,
    nhsNumber: details.nhsNumber ?? '',
    localId: details.localId ?? '',
    givenName: details.givenName,
    familyName: details.familyName,
    birthDate: details.birthDate,
    postcode: details.postcode ?? '',
    ethnicCategory: details.ethnicCategory,
    gpPractice: details.gpPractice ?? '',
    service: queue.name,
    receivedOn: received?.on ?? '',
    source: received === undefined ? '' : sourceWords[received.facts.source],
    priority: tier === undefined ? '' : tierWords[tier],
    firstContactOn: contact?.on ?? '',
    firstContactType: contact === undefined ? '' : contactWords[contact.facts.mechanism],
    assessmentStartedOn: factsOf(events, 'assessment-started')?.on ?? '',
    outcomeOn: factsOf(events, 'family-informed')?.on ?? '',
    dischargedOn: end?.on ?? '',
    dischargeReason: end?.reason ?? '',
    ehcPlan: details.flags.includes('ehc-plan') ? 'Y' : 'N',
    lookedAfter: details.flags.includes('looked-after') ? 'Y' : 'N',
    interpreterLanguage: details.interpreterLanguage ?? '',
    reasonableAdjustments: details.reasonableAdjustments.join('; '),
    notes: factsOf(events, 'noted')?.facts.note ?? '',
  };
}

type Kind = ReferralEvent['facts']['kind'];
type FactsOf<K extends Kind> = Extract<ReferralEvent['facts'], { readonly kind: K }>;

/** The first standing event of a kind. */
function factsOf<K extends Kind>(events: readonly ReferralEvent[], kind: K) {
  const found = events.find(({ facts }) => facts.kind === kind);
  return found === undefined ? undefined : { on: found.on, facts: found.facts as FactsOf<K> };
}

function endOf(events: readonly ReferralEvent[]): { on: LocalDate; reason: string } | undefined {
  for (const { facts, on } of events.toReversed()) {
    if (facts.kind === 'discharged') return { on, reason: dischargeWords[facts.reason] };
    if (facts.kind === 'declined-by-family') return { on, reason: 'Declined by family' };
    if (facts.kind === 'rejected') return { on, reason: 'Not accepted' };
  }
  return undefined;
}
