/** What families read of EHC assessments, health checks and budgets, under keys. */
import type { EhcStageView, LegalStep, StageStanding, ViewStage } from '../../domain/ehc/stage-view.ts';
import type { FamilyBudget, FamilyEhc, FamilyHealthCheck } from './family-duties.ts';

export const ehcStageWords: Readonly<Record<ViewStage, string>> = {
  request: 'The council was asked',
  decision: 'The council decides if it will assess',
  advice: 'Services send their advice',
  draft: 'You get a draft plan',
  'final-plan': 'You get the final plan',
  review: 'The plan is looked at again',
};

export const standingWords: Readonly<Record<StageStanding, string>> = {
  done: 'Done',
  'done-late': 'Done, later than the law says',
  now: 'Happening now',
  late: 'Late',
  later: 'To come',
  'not-needed': 'Not needed',
};

export const adviceWords: Readonly<Record<EhcStageView['advice'][number]['standing'], string>> = {
  in: 'Sent',
  'not-known': 'Does not know the child',
  awaited: 'Asked for',
  late: 'Late',
  'not-needed': 'Not needed',
};

export const lawWords: Readonly<Record<LegalStep, string>> = {
  'answer-draft': 'You can say what you think of the draft plan, and name a school.',
  appeal: 'You can appeal. You must first ask about mediation.',
  complain: 'You can complain to the council because this is late. SENDIASS can help you, free of charge.',
};

export const nowInEhc: Readonly<Record<FamilyEhc['stage'], string>> = {
  deciding: 'The council is deciding if it will assess.',
  assessing: 'The council is finding out what helps.',
  drafting: 'The council is writing the plan.',
  'plan-in-force': 'There is an EHC plan.',
  'not-assessed': 'The council decided not to assess.',
  'no-plan': 'The council decided that a plan is not needed.',
  closed: 'The council has closed this.',
};

export const healthCheckWords: Readonly<Record<FamilyHealthCheck['status'], string>> = {
  COMPLETED_THIS_FY: 'The yearly health check is done.',
  DECLINED_THIS_FY: 'You said no to the health check this year. You can change your mind and ring your GP practice.',
  OVERDUE: 'The yearly health check is late. Ring your GP practice and ask for it.',
  DUE_SOON: 'The yearly health check is due soon. Your GP practice will invite you.',
  UP_TO_DATE: 'The yearly health check is up to date.',
};

export const budgetWords: Readonly<Record<FamilyBudget['stage'], string>> = {
  requested: 'You asked for a personal health budget.',
  'not-eligible': 'The team found that a budget is not possible now. You can ask them to look again.',
  eligible: 'You can have a personal health budget.',
  indicative: 'The team has worked out about how much money there is.',
  planning: 'You and the team are planning how to use the money.',
  agreed: 'The plan is agreed.',
  live: 'The budget is running.',
  suspended: 'The budget is stopped for now.',
  ended: 'The budget has ended.',
};

export const accountWords: Readonly<Record<FamilyBudget['accounts'][number]['type'], string>> = {
  'direct-payment': 'Money paid to you',
  'third-party': 'Money held for you by somebody else',
  notional: 'Money spent for you',
};

export const movementWords: Readonly<Record<FamilyBudget['accounts'][number]['lines'][number]['what'], string>> = {
  payment: 'Paid in',
  spent: 'Spent',
  returned: 'Given back',
  reversal: 'Put right',
};
