/** Assessments and advice in a test: whoever coordinates, whoever gives advice, and the steps they take. */
import type { Call } from '../../../shared/application/call.ts';
import { caseContext } from '../../../shared/application/case/case-entry.ts';
import type { CaseView } from '../../../shared/application/case/case-view.ts';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { type AdviceOfAssessment, adviceOf } from '../../../shared/application/ehc/read-assessment.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import { adviceFactsSchema } from '../../../shared/domain/ehc/advice-facts.ts';
import { assessmentFactsSchema } from '../../../shared/domain/ehc/assessment-facts.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Role } from '../../../shared/domain/staff/staff.ts';
import type { ApiService } from '../api-service.ts';
import { person } from '../invented.ts';

export const COORDINATION = 'ehc-coordination';
type Facts = CaseFacts & Readonly<Record<string, unknown>>;

export class EhcService {
  readonly api: ApiService;
  #calls = 0;

  constructor(api: ApiService) {
    this.api = api;
  }

  get deps(): Deps {
    return this.api.deps;
  }

  callOn(day: string, services: readonly string[] = [COORDINATION], role: Role = 'administrator'): Call {
    this.#calls += 1;
    const actor = { id: this.deps.ids.derived(role, ...services), place: 'liverpool', role, services };
    return { actor, now: parseInstant(`${day}T09:00:00Z`), requestId: `request-${this.#calls}` };
  }

  /** Somebody of ten, known by a local id alone. */
  async person(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const manager = await this.api.staff('data-manager');
    const numberless = { nhsNumber: null, noNhsNumberReason: 'not-known', localId: `L${this.api.key().slice(4)}` };
    const answer = await this.api.post(
      manager,
      '/v1/people',
      person({ ...numberless, birthDate: '2015-02-11', ...more }),
    );
    return answer.body.id;
  }

  /** A request of that day. */
  request(personId: string, day: string, deps: Deps = this.deps): Promise<CaseView> {
    const facts = assessmentFactsSchema.parse({ kind: 'request-received', requestedBy: 'parent' });
    return openCaseOf(
      deps,
      this.callOn(day),
      personId,
      'ehc-assessment',
      { facts, on: localDate(day) },
      this.api.key(),
    );
  }

  /** Records on the assessment as it is now. */
  async record(
    view: CaseView,
    day: string,
    facts: Facts,
    deps: Deps = this.deps,
    key = this.api.key(),
  ): Promise<CaseView> {
    const { personId, id } = view.record;
    const address = { personId, kind: 'ehc-assessment', caseId: id } as const;
    const kept = await this.deps.cases.get('liverpool', address);
    const parsed = facts.kind === 'recorded-in-error' ? facts : assessmentFactsSchema.parse(facts);
    const seen = kept?.record.version ?? 0;
    return recordCaseEvent(
      deps,
      this.callOn(later(view, day)),
      address,
      { facts: parsed, on: localDate(day) },
      seen,
      key,
    );
  }

  /** A service records on its own advice, on the day it happened. */
  async answer({ row }: AdviceOfAssessment, day: string, facts: Facts): Promise<CaseView> {
    const address = { personId: row.personId, kind: 'ehc-advice', caseId: row.caseId } as const;
    const kept = await this.deps.cases.get('liverpool', address);
    const happened = { facts: adviceFactsSchema.parse(facts), on: localDate(day) };
    const call = this.callOn(day, [row.service], 'clinician');
    return recordCaseEvent(this.deps, call, address, happened, kept?.record.version ?? 0, this.api.key());
  }

  /** The advice of an assessment as at a day, by service. */
  async advice({ record }: CaseView, asAt: string): Promise<readonly AdviceOfAssessment[]> {
    const kept = await this.deps.people.record('liverpool', record.personId);
    if (kept === undefined) throw new Error('There is no such person');
    const rules = { types: this.deps.caseTypes, policy: liverpool };
    return adviceOf(kept, record.id, caseContext(rules, kept.person.details, localDate(asAt)));
  }
}

/** Nobody records before the day of the last thing that was recorded. */
function later({ record }: CaseView, day: string): string {
  return [day, ...record.events.map(({ on }) => on)].toSorted().at(-1) ?? day;
}
