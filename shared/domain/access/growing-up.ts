/**
 * What changes as a child grows up, and on which day (domain.md 9.1, 9.4). Health choices and the rights about an EHC plan pass
 * on two days of their own, and either may come first. Families are told ahead of each, and once it has come.
 */
import { birthday, rightsTimeline } from '../calendar/age.ts';
import { addMonths, compareDates, type LocalDate } from '../calendar/local-date.ts';

export const growingUpSteps = [
  'talk-at-11',
  'own-access',
  'health-choices',
  'plan-choices',
  'adult-plan',
  'adult-team',
] as const;

export interface GrowingUpStep {
  readonly step: (typeof growingUpSteps)[number];
  readonly on: LocalDate;
  /** It has come. */
  readonly passed: boolean;
  /** In the year ahead, or just come: said on the first page that is read of the child. */
  readonly near: boolean;
}

/** Adults are told at 10 of what changes at 11 (domain.md 9.1): from then on there is something to tell. */
const TOLD_FROM_AGE = 10;
const MONTHS_AHEAD = 12;
const MONTHS_AFTER = 3;

/**
 * Every step by its day; none before the 10th birthday, and none once the last has long come.
 * @param planningMonths months before the 18th birthday at which the move to the pathway for adults is planned.
 */
export function growingUp(
  { birthDate }: { readonly birthDate: LocalDate },
  planningMonths: number,
  asAt: LocalDate,
): readonly GrowingUpStep[] {
  const { eleventh, inviteFrom, healthConsentFrom, sendRightsFrom, eighteenth } = rightsTimeline(birthDate);
  if (asAt < birthday(birthDate, TOLD_FROM_AGE) || asAt >= addMonths(eighteenth, MONTHS_AHEAD)) return [];
  const days: Readonly<Record<GrowingUpStep['step'], LocalDate>> = {
    'talk-at-11': eleventh,
    'own-access': inviteFrom,
    'health-choices': healthConsentFrom,
    'plan-choices': sendRightsFrom,
    'adult-plan': addMonths(eighteenth, -planningMonths),
    'adult-team': eighteenth,
  };
  return growingUpSteps
    .map((step) => ({ step, on: days[step] }))
    .toSorted((a, b) => compareDates(a.on, b.on))
    .map(({ step, on }) => ({
      ...{ step, on },
      passed: asAt >= on,
      near: asAt >= addMonths(on, -MONTHS_AHEAD) && asAt < addMonths(on, MONTHS_AFTER),
    }));
}
