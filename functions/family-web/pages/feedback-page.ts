/** The Friends and Family question, where one is open. */
import * as z from 'zod';
import { type FeedbackInput, giveFeedback } from '../../../shared/application/family/give-feedback.ts';
import type { FamilyQuestion } from '../../../shared/application/family/heard-view.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { type FeedbackAnswer, feedbackAnswers } from '../../../shared/domain/feedback/facts.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish } from '../../../shared/http/family/told.ts';
import { html } from '../../../shared/http/html/html.ts';
import { childPath, feedbackPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

export const feedbackRoutes: readonly FamilyRoute[] = [
  familyPage('GET', feedbackPath('{personId}'), async (visit) => askFamily(visit, await feedbackForm(visit))),
  familyPage('POST', feedbackPath('{personId}'), async (visit) => answerFamily(visit, await feedbackForm(visit))),
];

function answerWords(words: Words, version: FamilyQuestion['version'], answer: FeedbackAnswer): string {
  return words.say(version === 'child' && answer === 'neither' ? 'feedback.child-neither' : `feedback.${answer}`);
}

async function feedbackForm(visit: FamilyVisit): Promise<FamilyForm<Pick<FeedbackInput, 'answer' | 'comment'>>> {
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.messages');
  // One question at a time: the first that is open.
  const [asked] = view.heard.asked;
  const wait = view.waits.find(({ referralId }) => referralId === asked?.referralId);
  if (asked === undefined || wait === undefined) throw notFound('not-asked', 'There is no question to answer now');
  const { referralId, occasion, version } = asked;
  const { words } = visit;
  return {
    title: words.say('feedback.title'),
    intro: html`<p>${inEnglish(words, wait.name)}. ${words.say(`feedback.after.${occasion}`)}</p><p>${words.say('feedback.no-effect')}</p>`,
    action: feedbackPath(personId),
    backHref: childPath(personId),
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'answer',
          label: words.say(`feedback.question.${version}`),
          missing: words.say('feedback.missing'),
          options: feedbackAnswers.map((answer) => ({ value: answer, text: answerWords(words, version, answer) })),
        },
        {
          kind: 'long-text',
          name: 'comment',
          label: words.say('feedback.why'),
          hint: words.say('feedback.why-hint'),
          optional: true,
          rows: 4,
        },
      ],
      schema: z.object({
        answer: z.enum(feedbackAnswers),
        comment: z
          .string()
          .max(1000, words.say('feedback.too-long', { count: 1000 }))
          .nullable(),
      }),
    },
    sendLabel: words.say('feedback.send'),
    send: async (given, key) => {
      await giveFeedback(visit.deps, visit.call, personId, { ...given, referralId, occasion }, key);
      return `${childPath(personId)}?thanked=yes`;
    },
  };
}
