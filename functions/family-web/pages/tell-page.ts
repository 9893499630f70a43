/** Telling the team that something has changed, or asking for something. */
import * as z from 'zod';
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { type FamilyMessageInput, sendFamilyMessage } from '../../../shared/application/family/send-message.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { LONGEST_MESSAGE, messageTopics, needsNoWords } from '../../../shared/domain/family-message/facts.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { englishOn } from '../../../shared/http/family/told.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { Question } from '../../../shared/http/page/question.ts';
import { childPath, tellPath } from '../addresses.ts';
import { easyTellIntro } from './easy-pages.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

export const tellRoutes: readonly FamilyRoute[] = [
  familyPage('GET', tellPath('{personId}'), async (visit) => askFamily(visit, await tellForm(visit)), 'in Easy Read'),
  familyPage(
    'POST',
    tellPath('{personId}'),
    async (visit) => answerFamily(visit, await tellForm(visit)),
    'in Easy Read',
  ),
];

/** Stands for "about the child, not one wait". */
const NO_WAIT = 'none';

async function tellForm(visit: FamilyVisit): Promise<FamilyForm<FamilyMessageInput>> {
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.messages');
  const { words } = visit;
  return {
    title: words.say('tell.title'),
    intro: visit.reading === 'easy' ? easyTellIntro(words) : html`<p>${words.say('tell.intro')}</p>`,
    action: tellPath(personId),
    backHref: childPath(personId),
    form: {
      questions: questionsFor(words, view),
      schema: z
        .object({
          topic: z.enum(messageTopics),
          referralId: z.string(),
          text: z
            .string()
            .max(LONGEST_MESSAGE, words.say('tell.too-long', { count: LONGEST_MESSAGE }))
            .nullable(),
        })
        .refine(({ topic, text }) => text !== null || needsNoWords(topic), {
          path: ['text'],
          error: words.say('tell.text-missing'),
        })
        .transform(({ referralId, ...rest }) => ({ ...rest, referralId: referralId === NO_WAIT ? null : referralId })),
    },
    sendLabel: words.say('tell.send'),
    send: async (input, key) => {
      await sendFamilyMessage(visit.deps, visit.call, personId, input, key);
      return `${childPath(personId)}?told=yes`;
    },
  };
}

function questionsFor(words: Words, { waits, own }: ChildView): readonly Question[] {
  const open = waits.filter((wait) => wait.open);
  const booked = open.some(({ appointment }) => appointment !== null);
  const topics = messageTopics.filter((topic) => booked || !topic.endsWith('-appointment'));
  return [
    {
      kind: 'one-of',
      name: 'topic',
      label: words.say('tell.topic'),
      missing: words.say('tell.topic-missing'),
      options: topics.map((topic) => ({ value: topic, text: words.say(`topic.${topic}`) })),
    },
    {
      kind: 'one-of',
      name: 'referralId',
      label: words.say('tell.wait'),
      missing: words.say('tell.wait-missing'),
      options: [
        ...open.map(({ referralId, name }) => ({
          value: referralId,
          text: name,
          language: englishOn(words),
        })),
        { value: NO_WAIT, text: words.say(own ? 'tell.none-own' : 'tell.none') },
      ],
    },
    {
      kind: 'long-text',
      name: 'text',
      label: words.say('tell.text'),
      hint: words.say('tell.text-hint'),
      optional: true,
      rows: 6,
    },
  ];
}
