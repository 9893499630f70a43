/** What a request may be about, by how it stands to somebody who works with speech and language therapy in Liverpool. */
import { caseContext, plannedCase } from '../../shared/application/case/case-entry.ts';
import { raisedAlert, serviceItself } from '../../shared/domain/alert/record-alert.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { openCase } from '../../shared/domain/case/record-case.ts';
import type { AdviceFacts } from '../../shared/domain/ehc/advice-facts.ts';
import { ehcAdvice } from '../../shared/domain/ehc/advice-type.ts';
import { nhsCheckDigit } from '../../shared/domain/identifiers/nhs-number.ts';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import type { ApiService, Asker } from './api-service.ts';
import { aHelp, aMeeting, aNotice, aQuestionnaire } from './community-papers.ts';
import { referred } from './invented.ts';

export const relations = ['own', 'other-service', 'restricted', 'other-place', 'absent'] as const;
export type Relation = (typeof relations)[number];

/** The ids that an address is filled with. */
export interface Target {
  readonly personId: string;
  readonly referralId: string;
  readonly queue: string;
  readonly importId: string;
  readonly reviewId: string;
  readonly staffId: string;
  /** An emergency access that a colleague, `staffId`, has asked for. */
  readonly accessId: string;
  readonly alertId: string;
  /** A budget of the person: its team works with no queue. */
  readonly budgetId: string;
  /** An assessment that the person has. */
  readonly assessmentId: string;
  /** Advice that a service was asked for. */
  readonly caseId: string;
  readonly webhookId: string;
  readonly helpId: string;
  readonly noticeId: string;
  readonly meetingId: string;
  readonly questionnaireId: string;
}

const queues = {
  own: 'SALT',
  'other-service': 'OT',
  restricted: 'OT',
  'other-place': 'PHYSIO',
  absent: 'NOWHERE',
} as const;

/** Something new of a relation: a person with a referral, an import, and a row of it that waits for a decision about them. */
export async function newTarget(api: ApiService, relation: Relation): Promise<Target> {
  const { ids } = api.deps;
  const queue = queues[relation];
  if (relation === 'absent') {
    const absent = () => ids.fresh();
    return {
      ...{ personId: absent(), referralId: absent(), queue, importId: absent(), reviewId: absent() },
      ...{
        staffId: absent(),
        accessId: absent(),
        alertId: absent(),
        budgetId: absent(),
        assessmentId: absent(),
        caseId: absent(),
        webhookId: absent(),
        helpId: absent(),
        noticeId: absent(),
        meetingId: absent(),
        questionnaireId: absent(),
      },
    };
  }
  const place = relation === 'other-place' ? 'cheshire-east' : 'liverpool';
  const manager = await api.staff('data-manager', { place });
  const nhsNumber = nextNumber();
  const who = { nhsNumber, flags: relation === 'restricted' ? ['restricted'] : [] };
  const { personId, referralId } = await referred(api, manager, { who, what: { queue } });
  const { importId, reviewId } = await heldRow(api, manager, nhsNumber, queue);
  const hook = { name: 'Board', channel: 'webhook', team: null, url: 'https://team.example.org/' };
  const webhookId: string = (await api.post(manager, '/v1/webhooks', hook)).body.id;
  const editor = await api.staff('content-editor', { place, services: [] });
  const helpId: string = (await api.post(editor, '/v1/help', aHelp())).body.id;
  const noticeId: string = (await api.post(editor, '/v1/notices', aNotice())).body.id;
  const meetingId: string = (await api.post(editor, '/v1/events', aMeeting())).body.id;
  const questionnaireId: string = (await api.post(editor, '/v1/questionnaires', aQuestionnaire())).body.id;
  // A queue is nobody's secret: it is restricted people in it that are.
  const shown = relation === 'restricted' ? 'SALT' : queue;
  const colleague = await api.staff('clinician', { place });
  const request = { nhsNumber, reason: 'The child is at risk of harm' };
  const accessId: string = (await api.post(colleague, '/v1/emergency-access', request)).body.id;
  const alertId = await anAlert(api, place, { personId, referralId, queue });
  const wish = { on: '2026-09-01', facts: { kind: 'requested', right: 'continuing-care', askedBy: 'parent' } };
  const budgetId: string = (await api.post(manager, `/v1/people/${personId}/budgets`, wish)).body.id;
  const asked = {
    nhsNumber,
    birthDate: '2018-10-16',
    receivedOn: '2026-10-01',
    requestedBy: 'parent',
    councilReference: 'E1',
  };
  const assessmentId: string = (await api.post(manager, '/v1/ehc/requests', asked)).body.id;
  const about = { personId, referralId, queue: shown, importId, reviewId, staffId: colleague.id, accessId, alertId };
  const caseId = await anAdvice(api, place, personId, relation === 'own' ? 'salt' : 'ot');
  return { ...about, budgetId, assessmentId, caseId, webhookId, helpId, noticeId, meetingId, questionnaireId };
}

/** Advice that a service was asked for, as it stands when its assessment has asked. */
export async function anAdvice(api: ApiService, place: string, personId: string, service: string): Promise<string> {
  const { deps } = api;
  const person = await deps.people.get(place, personId);
  const policy = initialPolicies.get(place);
  if (person === undefined || policy === undefined) throw new Error('there is nobody to ask for');
  const rules = { types: deps.caseTypes, policy };
  const on = localDate('2026-10-01');
  const id = deps.ids.fresh();
  const [assessmentId, requestEventId] = [deps.ids.fresh(), deps.ids.fresh()];
  const facts: AdviceFacts = { kind: 'asked', assessmentId, requestEventId, service, round: 0, familyAsked: false };
  const by = { actor: deps.ids.fresh(), role: 'service' };
  const recorder = { eventId: deps.ids.fresh(), recordedAt: parseInstant('2026-10-01T09:00:00Z'), by, hash: deps.hash };
  const context = caseContext(rules, person.details, on);
  const record = openCase(ehcAdvice, { id, place, personId }, { facts, on }, recorder, context);
  await deps.cases.create(plannedCase(rules, record, person, on));
  return id;
}

/** An alert about a referral, as the watch raises it. */
async function anAlert(
  api: ApiService,
  place: string,
  { personId, referralId, queue }: Pick<Target, 'personId' | 'referralId' | 'queue'>,
): Promise<string> {
  const of = { personId, subject: { of: 'referral', id: referralId, queue } } as const;
  const days = { start: localDate('2026-08-03'), due: localDate('2026-10-30'), on: localDate('2026-10-31') };
  const about = { kind: 'waiting-standard', threshold: 'breach', severity: 'breach', team: 'salt' } as const;
  const recordedAt = parseInstant('2026-10-31T06:00:00Z');
  const alert = raisedAlert(
    { place, ...of, ...days, ...about },
    { recordedAt, by: serviceItself, hash: api.deps.hash },
  );
  await api.deps.alerts.raise({ alert, watchOn: null });
  return alert.id;
}

async function heldRow(api: ApiService, manager: Asker, nhsNumber: string, service: string) {
  const started = await api.post(manager, '/v1/imports', { rows: 1 });
  const cells = {
    referralId: `REF${nhsNumber}`,
    nhsNumber,
    familyName: 'Okafor',
    givenName: 'Wei',
    birthDate: '2018-10-16',
    service,
    receivedOn: '2026-09-01',
    source: 'GP',
    priority: 'Routine',
  };
  const rows = [{ record: 1, line: 2, cells }];
  const answer = await api.post(manager, `/v1/imports/${started.body.id}/batches`, { rows });
  const reviewId = answer.body.rows?.[0]?.reviewId;
  if (typeof reviewId !== 'string') throw new Error(`the row was not held: ${answer.text}`);
  return { importId: started.body.id as string, reviewId };
}

let serial = 500_000;
/** A number from the test range that was not used before. */
function nextNumber(): string {
  for (;;) {
    serial += 1;
    const firstNine = `999${serial}`;
    const check = nhsCheckDigit(firstNine);
    if (check < 10) return `${firstNine}${check}`;
  }
}
