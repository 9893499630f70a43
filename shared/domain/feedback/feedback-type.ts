/** One answer to one question on one occasion, as a case that is over when it is given: sent twice, it is one answer. */
import type { CaseType } from '../case/case-type.ts';
import { type FeedbackFacts, feedbackFactsSchema } from './facts.ts';

export const feedbackType: CaseType<FeedbackFacts, FeedbackFacts> = {
  kind: 'feedback',
  facts: feedbackFactsSchema,
  opens: ['answered'],
  fold([first]) {
    if (first === undefined) throw new TypeError('Feedback begins with an answer');
    return first.facts;
  },
  // Whatever the schema takes is an answer.
  judge: () => undefined,
  deadlines: () => [],
  service: ({ service }) => service,
  summary: ({ answer, occasion, version }) => ({
    status: 'given',
    due: null,
    waitingOn: null,
    group: null,
    more: [answer, occasion, version],
  }),
  isOpen: () => false,
  identity: ({ referralId, occasion, year, grantId }) => [referralId, occasion, String(year), grantId],
};
