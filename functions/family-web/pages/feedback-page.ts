/** The Friends and Family question, where one is open. */
import * as z from 'zod';
import { type FeedbackInput, giveFeedback } from '../../../shared/application/family/give-feedback.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { feedbackAnswers } from '../../../shared/domain/feedback/facts.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { html } from '../../../shared/http/html/html.ts';
import { childPath, feedbackPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';
import { feedbackAnswerWords, occasionWords } from './heard-words.ts';

export const feedbackRoutes: readonly FamilyRoute[] = [
  familyPage('GET', feedbackPath('{personId}'), async (visit) => askFamily(visit, await feedbackForm(visit))),
  familyPage('POST', feedbackPath('{personId}'), async (visit) => answerFamily(visit, await feedbackForm(visit))),
];

async function feedbackForm(visit: FamilyVisit): Promise<FamilyForm<Pick<FeedbackInput, 'answer' | 'comment'>>> {
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.messages');
  // One question at a time: the first that is open.
  const [asked] = view.heard.asked;
  const wait = view.waits.find(({ referralId }) => referralId === asked?.referralId);
  if (asked === undefined || wait === undefined) throw notFound('not-asked', 'There is no question to answer now');
  const { referralId, occasion } = asked;
  return {
    title: 'How was it?',
    intro: html`<p>${wait.name}. ${occasionWords[occasion]}</p><p>Your answer does not change your place or your care.</p>`,
    action: feedbackPath(personId),
    backHref: childPath(personId),
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'answer',
          label: 'Overall, how was your experience of our service?',
          missing: 'Select an answer',
          options: feedbackAnswers.map((answer) => ({ value: answer, text: feedbackAnswerWords[answer] })),
        },
        {
          kind: 'long-text',
          name: 'comment',
          label: 'Why do you say so?',
          hint: 'Only the team reads this.',
          optional: true,
          rows: 4,
        },
      ],
      schema: z.object({
        answer: z.enum(feedbackAnswers),
        comment: z.string().max(1000, 'Use 1000 letters or fewer').nullable(),
      }),
    },
    sendLabel: 'Send',
    send: async (given, key) => {
      await giveFeedback(visit.deps, visit.call, personId, { ...given, referralId, occasion }, key);
      return `${childPath(personId)}?thanked=yes`;
    },
  };
}
