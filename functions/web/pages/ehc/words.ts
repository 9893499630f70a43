/** What assessments and advice are called on pages: states as adjectives, with a colour that never says it alone. */
import type { AdviceStanding } from '../../../../shared/domain/ehc/advice-limit.ts';
import type { AssessmentDeadlineKind } from '../../../../shared/domain/ehc/assessment-deadlines.ts';
import type { FactsOf } from '../../../../shared/domain/ehc/assessment-facts.ts';
import type { AssessmentStage } from '../../../../shared/domain/ehc/assessment-state.ts';
import type { QualityItem } from '../../../../shared/domain/ehc/quality.ts';
import type { EhcLimit } from '../../../../shared/domain/ehc/rule-set.ts';
import type { AdviceSeen, LegalStep, StageStanding, ViewStage } from '../../../../shared/domain/ehc/stage-view.ts';
import type { LimitStanding } from '../../../../shared/domain/ehc/timetable.ts';
import { type TagProps, tag } from '../../../../shared/http/html/components/tag.ts';
import type { Html } from '../../../../shared/http/html/html.ts';

type Label = TagProps & { readonly text: string };

export const stageLabels: Readonly<Record<AssessmentStage, Label>> = {
  deciding: { text: 'Undecided', colour: 'yellow' },
  assessing: { text: 'Under assessment', colour: 'blue' },
  drafting: { text: 'Drafted', colour: 'aqua-green' },
  'plan-in-force': { text: 'Plan in force', colour: 'green' },
  'not-assessed': { text: 'Not assessed', colour: 'grey' },
  'no-plan': { text: 'No plan issued', colour: 'grey' },
  closed: { text: 'Closed', colour: 'grey' },
};

export const adviceLabels: Readonly<Record<AdviceStanding, Label>> = {
  awaited: { text: 'Awaited', colour: 'blue' },
  overdue: { text: 'Overdue', colour: 'red' },
  'overdue-exception': { text: 'Overdue, exception', colour: 'orange' },
  'on-time': { text: 'In time', colour: 'green' },
  late: { text: 'Late', colour: 'red' },
  'late-exception': { text: 'Late, exception', colour: 'orange' },
  withdrawn: { text: 'Not needed', colour: 'grey' },
};

export const limitLabels: Readonly<Record<LimitStanding, Label>> = {
  met: { text: 'Met', colour: 'green' },
  open: { text: 'Not due yet', colour: 'blue' },
  late: { text: 'Late', colour: 'red' },
  overdue: { text: 'Overdue', colour: 'red' },
  'late-lifted': { text: 'Late, exception', colour: 'orange' },
  'overdue-lifted': { text: 'Overdue, exception', colour: 'orange' },
  'not-needed': { text: 'Not needed', colour: 'grey' },
};

const seenLabels: Readonly<Record<StageStanding, Label>> = {
  done: { text: 'Done', colour: 'green' },
  'done-late': { text: 'Done late', colour: 'orange' },
  now: { text: 'Under way', colour: 'blue' },
  late: { text: 'Late', colour: 'red' },
  later: { text: 'Later', colour: 'white' },
  'not-needed': { text: 'Not needed', colour: 'grey' },
};

const adviceSeenLabels: Readonly<Record<AdviceSeen['standing'], Label>> = {
  in: { text: 'Received', colour: 'green' },
  'not-known': { text: 'Not known to them', colour: 'grey' },
  awaited: { text: 'Awaited', colour: 'blue' },
  late: { text: 'Late', colour: 'red' },
  'not-needed': { text: 'Not needed', colour: 'grey' },
};

export const ehcTag = {
  advice: (standing: AdviceStanding): Html => tag(adviceLabels[standing]),
  limit: (standing: LimitStanding): Html => tag(limitLabels[standing]),
  seen: (standing: StageStanding): Html => tag(seenLabels[standing]),
  adviceSeen: (standing: AdviceSeen['standing']): Html => tag(adviceSeenLabels[standing]),
} as const;

/** What is due, as a row or a record names it. */
export const dueWords: Readonly<Record<AssessmentDeadlineKind | 'ehc-advice', string>> = {
  'ehc-decision': 'Decision whether to assess',
  'ehc-no-plan-notice': 'Draft, or notice that no plan is issued',
  'ehc-final-plan': 'Final plan',
  'ehc-review': 'Annual review concluded',
  'ehc-review-circulate': 'Advice sent round before the review',
  'ehc-review-report': 'Report of the review',
  'ehc-review-notice': 'Decision after the review',
  'ehc-amended-plan': 'Amended plan',
  'ehc-phase-transfer': 'Plan for the move',
  'ehc-advice': 'Advice',
};

export const viewStageWords: Readonly<Record<ViewStage, string>> = {
  request: 'Request received',
  decision: 'Decision whether to assess',
  advice: 'Advice from services',
  draft: 'Draft plan sent to the family',
  'final-plan': 'Final plan',
  review: 'Annual review',
};

export const legalStepWords: Readonly<Record<LegalStep, string>> = {
  'answer-draft': 'The family may answer the draft plan',
  appeal: 'The family may appeal',
  complain:
    'A legal day has passed: the family may complain to the council, then to the Local Government and Social Care Ombudsman',
};

export const qualityItemWords: Readonly<Record<QualityItem, string>> = {
  'needs-described': 'Needs are described',
  'provision-specific': 'Provision is specific and quantified',
  'outcomes-measurable': 'Outcomes can be measured',
  'child-view-included': 'The child’s view is in it',
  'evidence-recent': 'Evidence is recent and dated',
  'plain-language': 'It is in plain language',
  'author-qualified': 'The author is qualified for it, and named',
};

export const requesterWords: Readonly<Record<FactsOf<'request-received'>['requestedBy'], string>> = {
  parent: 'Parent or carer',
  'young-person': 'Young person',
  setting: 'School, college or early-years setting',
  'other-professional': 'Another professional',
  authority: 'The authority itself',
  'moved-in': 'Moved in from another authority',
};

export const limitWords: Readonly<Record<EhcLimit, string>> = {
  decision: 'Decision whether to assess',
  'no-plan-notice': 'Notice that no plan is issued',
  'final-plan': 'Final plan',
};
