/** Health checks of the service, for tests: somebody on a register, and what happened to them. */
import type { Call } from '../../../shared/application/call.ts';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { healthCheckKey } from '../../../shared/application/health-checks/health-check-case.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import { type ApiService, type Asker, type Received, TODAY } from '../api-service.ts';
import { person } from '../invented.ts';

export const NURSES = ['learning-disability'];

export interface Followed {
  readonly personId: string;
  readonly caseId: string;
  /** Where the record is read. */
  readonly path: string;
}

/** Whoever asks as a clinician who works with health checks. */
function callOf(api: ApiService, asker: Asker): Call {
  const actor = { id: asker.id, place: 'liverpool', role: 'clinician', services: NURSES } as const;
  return { actor, now: parseInstant(`${TODAY}T10:00:00Z`), requestId: api.key() };
}

/** Somebody on the register of a practice since a day. */
export async function followed(
  api: ApiService,
  asker: Asker,
  {
    who = {},
    on = '2023-04-01',
    practice = 'N82001',
  }: { who?: Readonly<Record<string, unknown>>; on?: string; practice?: string } = {},
): Promise<Followed> {
  const made = await api.post(asker, '/v1/people', person({ birthDate: '2008-10-14', ...who }));
  if (made.status !== 201) throw new Error(`no person was made: ${made.text}`);
  const personId: string = made.body.id;
  const opening = { on: localDate(on), facts: { kind: 'registered', practice } };
  const view = await openCaseOf(api.deps, callOf(api, asker), personId, 'health-check', opening, api.key());
  return { personId, caseId: view.record.id, path: `/v1/people/${personId}/health-check` };
}

/** Records what happened, each on the version that stands, and reads the record. */
export async function happened(
  api: ApiService,
  asker: Asker,
  { personId, path }: Pick<Followed, 'personId' | 'path'>,
  ...said: readonly (readonly [on: string, facts: CaseFacts & Readonly<Record<string, unknown>>])[]
): Promise<Received> {
  const key = healthCheckKey(api.deps.ids, 'liverpool', personId);
  for (const [on, facts] of said) {
    const { version } = (await api.get(asker, path)).body;
    await recordCaseEvent(api.deps, callOf(api, asker), key, { on: localDate(on), facts }, version, api.key());
  }
  return api.get(asker, path);
}
