/** What a family is shown of the duties beside the waits: EHC assessments, health checks, budgets. Copied by name, as in child-view.ts. */
import { teamsOf } from '../../domain/alert/teams.ts';
import { budgetCase, budgetContextOf } from '../../domain/budget/budget-case.ts';
import { nextReview } from '../../domain/budget/budget-deadlines.ts';
import { type BudgetType, budgetTypes, isPaidOut } from '../../domain/budget/budget-type.ts';
import type { BudgetState } from '../../domain/budget/state.ts';
import { statementOf } from '../../domain/budget/statement.ts';
import { addMonths, type LocalDate } from '../../domain/calendar/local-date.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import { ehcAssessment } from '../../domain/ehc/assessment-type.ts';
import { type EhcStageView, stageView } from '../../domain/ehc/stage-view.ts';
import { healthCheckType } from '../../domain/health-check/health-check-type.ts';
import type { HealthCheckStatus } from '../../domain/health-check/standing.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { caseContext } from '../case/case-entry.ts';
import { adviceOf } from '../ehc/read-assessment.ts';
import type { PersonRecord } from '../ports/people.ts';

export interface FamilyEhc extends Pick<EhcStageView, 'stage' | 'stages' | 'next' | 'lawAllows' | 'rightsOf'> {
  readonly caseId: string;
  /** By the service's name; who wrote it and what it says are nowhere in this service. */
  readonly advice: readonly (Omit<EhcStageView['advice'][number], 'service'> & { readonly name: string })[];
}

export interface FamilyHealthCheck {
  readonly caseId: string;
  readonly status: Exclude<HealthCheckStatus, 'NOT_ELIGIBLE'>;
  readonly dueOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly bookedFor: LocalDate | null;
  /** The day a health action plan was agreed, after the last check. */
  readonly planOn: LocalDate | null;
}

export interface FamilyBudget {
  readonly caseId: string;
  readonly stage: Exclude<BudgetState['stage'], 'void'>;
  readonly annualPence: number | null;
  readonly reviewBy: LocalDate | null;
  /** The last twelve months of each account from which money is paid. */
  readonly accounts: readonly {
    readonly type: BudgetType;
    readonly from: LocalDate;
    readonly openingPence: number;
    readonly closingPence: number;
    readonly lines: readonly {
      readonly on: LocalDate;
      readonly what: 'payment' | 'spent' | 'returned' | 'reversal';
      readonly effectPence: number;
      readonly balancePence: number;
    }[];
  }[];
}

/** The record with what its rules follow from on a day. */
export interface DutiesOf {
  readonly record: PersonRecord;
  readonly policy: Policy;
  readonly asAt: LocalDate;
}

function contextOf({ record, policy, asAt }: DutiesOf): CaseContext {
  return caseContext({ types: caseTypes, policy }, record.person.details, asAt);
}

export function familyEhc(duties: DutiesOf): readonly FamilyEhc[] {
  const { record, policy, asAt } = duties;
  const context = contextOf(duties);
  const teams = new Map(teamsOf(policy).map(({ code, name }) => [code, name]));
  const { birthDate } = record.person.details;
  return record.cases.flatMap(({ record: one }): FamilyEhc[] => {
    const assessment = one.kind === ehcAssessment.kind ? stateOfCase(ehcAssessment, one, context) : undefined;
    if (assessment === undefined) return [];
    const advice = adviceOf(record, one.id, context).map(({ state }) => state);
    const { stage, stages, next, lawAllows, rightsOf, ...seen } = stageView({ assessment, advice, birthDate, asAt });
    const named = seen.advice.map(({ service, standing, dueOn, inOn }) => {
      return { name: teams.get(service) ?? 'A service', standing, dueOn, inOn };
    });
    return [{ caseId: one.id, stage, stages, next, lawAllows, rightsOf, advice: named }];
  });
}

export function familyHealthCheck(duties: DutiesOf): FamilyHealthCheck | null {
  const context = contextOf(duties);
  for (const { record: one } of duties.record.cases) {
    const state = one.kind === healthCheckType.kind ? stateOfCase(healthCheckType, one, context) : undefined;
    if (state === undefined || state.left !== null) continue;
    const { standing, invitation, plan } = state;
    const { status } = standing;
    if (status === 'NOT_ELIGIBLE') continue;
    return {
      caseId: one.id,
      status,
      dueOn: standing.due,
      lastOn: standing.lastCheck,
      bookedFor: invitation.appointmentOn,
      planOn: plan !== null && standing.lastCheck !== null && plan.on >= standing.lastCheck ? plan.on : null,
    };
  }
  return null;
}

export function familyBudgets(duties: DutiesOf): readonly FamilyBudget[] {
  const context = contextOf(duties);
  return duties.record.cases.flatMap(({ record: one }): FamilyBudget[] => {
    const state = one.kind === budgetCase.kind ? stateOfCase(budgetCase, one, context) : undefined;
    if (state === undefined || state.stage === 'void') return [];
    return [
      {
        caseId: one.id,
        stage: state.stage,
        annualPence: state.plans.at(-1)?.plan.annualPence ?? null,
        reviewBy: nextReview(state, budgetContextOf(context))?.due ?? null,
        accounts: accountsOf(state, duties.asAt),
      },
    ];
  });
}

/** The first day whose movements are shown. */
export function accountsFrom(asAt: LocalDate): LocalDate {
  return addMonths(asAt, -12);
}

function accountsOf({ entries }: BudgetState, asAt: LocalDate): FamilyBudget['accounts'] {
  const from = accountsFrom(asAt);
  return budgetTypes
    .filter((type) => isPaidOut(type) && entries.some((entry) => entry.type === type))
    .map((type) => {
      const { openingPence, closingPence, lines } = statementOf(entries, type, { from, to: asAt });
      const shown = lines.map(({ entry: { on, what, effectPence }, balancePence }) => {
        return { on, what, effectPence, balancePence };
      });
      return { type, from, openingPence, closingPence, lines: shown };
    });
}
