/** How long a family has to answer a draft plan, and how long anybody has to appeal (domain.md 6). */
import { addDays, addMonths, type LocalDate, latest } from '../calendar/local-date.ts';
import type { EhcRuleSet } from './rule-set.ts';

/** The window in which the family may answer a draft. */
export interface DraftWindow {
  readonly servedOn: LocalDate;
  /** The last day the family has, to its end. */
  readonly closesOn: LocalDate;
  /** The first day on which the plan may be made final. An early answer does not bring it forward. */
  readonly finalFrom: LocalDate;
}

/** The window of a draft: at least so many days, beginning with the day it is served. */
export function draftWindow(servedOn: LocalDate, { draftResponseDays }: EhcRuleSet): DraftWindow {
  return {
    servedOn,
    closesOn: addDays(servedOn, draftResponseDays - 1),
    finalFrom: addDays(servedOn, draftResponseDays),
  };
}

/** The last day to appeal: so long after the decision letter, or after the mediation certificate, whichever is later. */
export function appealBy(
  decidedOn: LocalDate,
  mediationCertificateOn: LocalDate | null,
  { appealMonths }: EhcRuleSet,
): LocalDate {
  const afterDecision = addMonths(decidedOn, appealMonths.fromDecision);
  if (mediationCertificateOn === null) return afterDecision;
  return latest(afterDecision, addMonths(mediationCertificateOn, appealMonths.fromMediation));
}
