/** The questions of a place, answered once by each adult and by nobody known. */
import * as z from 'zod';
import { answerQuestionnaire, readFamilyQuestionnaire } from '../../../shared/application/family/taking-part.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { type Answers, answersSchema } from '../../../shared/domain/community/answers.ts';
import { type AskedQuestion, BEST_RATING } from '../../../shared/domain/community/questionnaire.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { formatted } from '../../../shared/http/family/formatted.ts';
import { englishOn, englishPart, inEnglish } from '../../../shared/http/family/told.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { Option, Question } from '../../../shared/http/page/question.ts';
import { questionsPath, takingPartPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

const path = questionsPath('{place}', '{questionnaireId}');

export const questionsRoutes: readonly FamilyRoute[] = [
  familyPage('GET', path, async (visit) => askFamily(visit, await questionsForm(visit))),
  familyPage('POST', path, async (visit) => answerFamily(visit, await questionsForm(visit))),
];

async function questionsForm(visit: FamilyVisit): Promise<FamilyForm<Answers>> {
  const { deps, call, params, words } = visit;
  const at = { place: params['place'] ?? '', questionnaireId: params['questionnaireId'] ?? '' };
  const { place, id, details } = await readFamilyQuestionnaire(deps, call, at);
  return {
    title: details.title,
    heading: inEnglish(words, details.title),
    intro: html`${englishPart(words, formatted(details.intro))}${insetText(words.say('ask.nameless'), words.say('frame.information'))}`,
    action: questionsPath(place, id),
    backHref: takingPartPath,
    form: {
      questions: details.questions.map((asked, n) => questionOf(words, asked, n)),
      schema: z
        .record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))
        .transform((given) => details.questions.map(({ kind }, n) => answerOf(kind, given[String(n)] ?? null)))
        .pipe(answersSchema),
    },
    sendLabel: words.say('ask.send'),
    send: async (answers) => {
      try {
        await answerQuestionnaire(deps, call, at, answers);
        return `${takingPartPath}?answered=yes`;
      } catch (refused) {
        if (!isDomainError(refused, 'conflict')) throw refused;
        return `${takingPartPath}?answered=before`;
      }
    },
  };
}

/** Each question is named by its place, so that what is wrong with an answer leads to it. */
function questionOf(words: Words, { kind, text, options }: AskedQuestion, n: number): Question {
  const language = englishOn(words);
  const asked = { name: String(n), label: text, language, optional: true } as const;
  const choices = options.map((option, value): Option => ({ value: String(value), text: option, language }));
  switch (kind) {
    case 'one':
      return { ...asked, kind: 'one-of', options: choices };
    case 'several':
      return { ...asked, kind: 'some-of', options: choices };
    case 'rating': {
      const ratings = Array.from({ length: BEST_RATING }, (_, at) => String(at + 1));
      const hint = words.say('ask.rating-hint');
      return { ...asked, kind: 'one-of', hint, options: ratings.map((value) => ({ value, text: value })) };
    }
    case 'text':
      return { ...asked, kind: 'long-text', rows: 4 };
  }
}

function answerOf(kind: AskedQuestion['kind'], given: string | readonly string[] | null) {
  if (given === null || given.length === 0) return null;
  if (kind === 'text') return { text: String(given) };
  if (kind === 'rating') return { rating: Number(given) };
  return { chosen: [given].flat().map(Number) };
}
