/** What may be recorded where an assessment or its advice stands, the most usual first: what pages offer. */
import type { AdviceEventKind } from './advice-facts.ts';
import type { AdviceState } from './advice-state.ts';
import type { AssessmentEventKind } from './assessment-facts.ts';
import type { AssessmentStage, AssessmentState } from './assessment-state.ts';

type Usual = readonly AssessmentEventKind[];

const usual: Readonly<Record<AssessmentStage, Usual>> = {
  deciding: ['decision', 'advice-asked', 'limit-exception', 'closed', 'noted'],
  assessing: ['advice-asked', 'draft-served', 'no-plan-notice', 'limit-exception', 'closed', 'noted'],
  drafting: [
    'family-responded',
    'plan-final',
    'draft-served',
    'no-plan-notice',
    'advice-asked',
    'limit-exception',
    'closed',
    'noted',
  ],
  'plan-in-force': ['transfer-planned', 'closed', 'noted'],
  'not-assessed': ['decision', 'closed', 'noted'],
  'no-plan': ['draft-served', 'closed', 'noted'],
  closed: ['noted'],
};

/** The kinds of event that fit an assessment, the next step of a review or move first. */
export function assessmentActions(state: AssessmentState): readonly AssessmentEventKind[] {
  if (state.stage === 'closed') return usual.closed;
  return [...reviewActions(state), ...usual[state.stage], ...appealActions(state)];
}

function reviewActions({ review, concluded, transfers }: AssessmentState): Usual {
  const actions: AssessmentEventKind[] = [];
  if (concluded?.outcome === 'amend' && concluded.amendedOn === null) actions.push('amended-plan-final');
  if (transfers.some(({ finalOn }) => finalOn === null)) actions.push('transfer-plan-final');
  if (review === null) return actions;
  if (review.metOn !== null)
    actions.push(...(review.reportOn === null ? (['review-report'] as const) : []), 'review-notice');
  else if (review.meetingSetFor === null) actions.push('review-meeting-set', 'review-meeting');
  else
    actions.push(
      ...(review.circulatedOn === null ? (['review-advice-circulated'] as const) : []),
      'review-meeting',
      'review-meeting-set',
    );
  return actions;
}

function appealActions({ appeal }: AssessmentState): Usual {
  if (appeal === null) return [];
  const running = appeal.lodgedOn !== null && appeal.endedOn === null;
  return running ? ['appeal-ended', 'mediation-certificate'] : ['appeal-lodged', 'mediation-certificate'];
}

/** The kinds of event that fit one service's advice. */
export function adviceActions({ reply, withdrawnOn }: AdviceState): readonly AdviceEventKind[] {
  if (reply !== null)
    return reply.how === 'not-known' ? ['exception', 'noted'] : ['quality-checked', 'exception', 'noted'];
  if (withdrawnOn !== null) return ['noted'];
  return [
    'returned',
    'not-known',
    'existing-advice-accepted',
    'chased',
    'passed-on',
    'delay-explained',
    'appointment-missed',
    'exception',
    'noted',
  ];
}
