import * as z from 'zod';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { kindPolicyOf, serviceSchema } from '../../domain/case/case-policy.ts';
import type { AssessmentFacts } from '../../domain/ehc/assessment-facts.ts';
import { referenceSchema, requesters } from '../../domain/ehc/assessment-facts.ts';
import { isDomainError } from '../../domain/error.ts';
import { anythingOf, can } from '../../domain/permission/can.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import { caseNotFound } from '../case/case-subject.ts';
import type { CaseView } from '../case/case-view.ts';
import { type OpeningLeave, openCaseOf } from '../case/open-case.ts';
import { recordCaseEvent } from '../case/record-case-event.ts';
import type { Deps } from '../deps.ts';
import { nhsNumberIn } from '../person/find-people.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy } from '../policy/place-policy.ts';

/** A request as the council's case system sends it: whom, when, and the advice that was asked for with it. */
export const ehcRequestSchema = z.strictObject({
  nhsNumber: z.string().trim().min(1).max(30),
  /** Held against the record, so that a wrong number leads to nobody. */
  birthDate: localDateSchema,
  receivedOn: localDateSchema,
  requestedBy: z.enum(requesters),
  councilReference: referenceSchema,
  advice: z
    .array(
      z.strictObject({
        services: z.array(serviceSchema).min(1).max(20),
        /** The day the body itself received it: its six weeks run from here. */
        receivedOn: localDateSchema,
        familyAsked: z.boolean().default(false),
      }),
    )
    .max(10)
    .default([]),
});
export type EhcRequest = z.output<typeof ehcRequestSchema>;

type ReceivingDeps = Pick<
  Deps,
  'people' | 'personNumbers' | 'cases' | 'caseTypes' | 'policies' | 'ids' | 'hash' | 'stage'
>;

/** How often an event is sent again after somebody else wrote to the assessment at the same moment. */
const ATTEMPTS = 4;

/**
 * Receives a request and asks the services for advice. Each step has a key that follows from the request's: sent again, after
 * a crash or by mistake, it goes on where it was and makes nothing twice.
 * @throws `not-found` `person-not-found` when nobody has this number and birth date; `conflict` `assessment-open`; `invalid`.
 */
export async function receiveEhcRequest(
  deps: ReceivingDeps,
  call: Call,
  { nhsNumber, birthDate, receivedOn, requestedBy, councilReference, advice }: EhcRequest,
  key: string,
): Promise<CaseView> {
  const policy = await placePolicy(deps.policies, call.actor.place);
  const { services: coordinating, overseers } = kindPolicyOf(policy, 'ehc-assessment');
  const subject = { ...placeSubject(call.actor.place), services: [...coordinating, ...overseers] };
  // Before anybody is looked up: whoever may not ask learns nothing of who is there.
  authorise(call, 'ehc.request', subject, personNotFound);
  const personId = await personBehind(deps, call, nhsNumberIn(nhsNumber, deps.stage), birthDate);
  const facts: AssessmentFacts = { kind: 'request-received', requestedBy, councilReference };
  let view = await openCaseOf(deps, call, personId, 'ehc-assessment', { facts, on: receivedOn }, key, leaveOf(call));
  for (const [at, { services, receivedOn: on, familyAsked }] of advice.entries()) {
    const asked: AssessmentFacts = { kind: 'advice-asked', services, familyAsked };
    view = await recordedNow(deps, call, view, { facts: asked, on }, `${key}.advice-${at}`);
  }
  return view;
}

/** Staff must be able to know of the person; the council's system knows them by number and birth date, and learns nothing more. */
function leaveOf({ actor }: Call): OpeningLeave {
  const mayReadPeople = can(actor, 'person.read', anythingOf(actor)) === 'allowed';
  return { person: mayReadPeople ? 'person.read' : 'ehc.request', case: 'ehc.request' };
}

async function personBehind(
  { personNumbers, people }: ReceivingDeps,
  { actor: { place } }: Call,
  nhsNumber: string,
  birthDate: string,
): Promise<string> {
  const claim = await personNumbers.find(place, 'nhs-number', nhsNumber);
  const person = claim && (await people.get(place, claim.personId));
  if (person?.details.nhsNumber !== nhsNumber || person.details.birthDate !== birthDate) throw personNotFound();
  return person.id;
}

/** Records on whatever version there is now: another system's request changes nothing that it would have to have read. */
async function recordedNow(
  deps: ReceivingDeps,
  call: Call,
  { record: { place, personId, kind, id } }: CaseView,
  happened: { readonly facts: AssessmentFacts; readonly on: EhcRequest['receivedOn'] },
  key: string,
): Promise<CaseView> {
  const address = { personId, kind, caseId: id };
  for (let attempt = 1; ; attempt += 1) {
    const kept = await deps.cases.get(place, address);
    if (kept === undefined) throw caseNotFound();
    try {
      return await recordCaseEvent(deps, call, address, happened, kept.record.version, key, 'ehc.request');
    } catch (refused) {
      if (!isDomainError(refused, 'stale') || attempt === ATTEMPTS) throw refused;
    }
  }
}
