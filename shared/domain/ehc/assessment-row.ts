/** What the row of an assessment tells besides what every row does: enough for its list and for the counts. */
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { CaseSummary } from '../case/case-type.ts';
import type { AssessmentState } from './assessment-state.ts';
import { type EhcLimit, ehcLimits } from './rule-set.ts';

export interface AssessmentRowFacts {
  readonly requestedOn: LocalDate;
  readonly decision: 'assess' | 'do-not-assess' | null;
  readonly done: Readonly<Record<EhcLimit, LocalDate | null>>;
  readonly lifted: ReadonlySet<EhcLimit>;
  readonly closedOn: LocalDate | null;
}

/** The facts in the order in which a row keeps them. */
export function packAssessmentRow({ requestedOn, decision, steps, closed }: AssessmentState): readonly string[] {
  const done = ehcLimits.map((limit) => steps.find((step) => step.limit === limit)?.doneOn ?? '');
  const lifted = ehcLimits.filter((limit) => steps.some((step) => step.limit === limit && step.lifted));
  const codes = [decision?.outcome ?? '', ...lifted].join(' ');
  return [requestedOn, codes, ...done, closed?.on ?? ''];
}

/** Those facts again. A row of an assessment recorded in error has none. */
export function assessmentRowFacts({ more = [] }: Pick<CaseSummary, 'more'>): AssessmentRowFacts | undefined {
  const [requestedOn = '', codes = '', decision = '', noPlan = '', final = '', closed = ''] = more;
  if (requestedOn === '') return undefined;
  const [outcome, ...lifted] = codes.split(' ');
  return {
    requestedOn: localDate(requestedOn),
    decision: outcome === 'assess' || outcome === 'do-not-assess' ? outcome : null,
    done: { decision: dateOrNull(decision), 'no-plan-notice': dateOrNull(noPlan), 'final-plan': dateOrNull(final) },
    lifted: new Set(ehcLimits.filter((limit) => lifted.includes(limit))),
    closedOn: dateOrNull(closed),
  };
}

function dateOrNull(text: string): LocalDate | null {
  return text === '' ? null : localDate(text);
}
