/** Telling the team that something has changed, or asking for something. */
import * as z from 'zod';
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { type FamilyMessageInput, sendFamilyMessage } from '../../../shared/application/family/send-message.ts';
import { LONGEST_MESSAGE, messageTopics, needsNoWords } from '../../../shared/domain/family-message/facts.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { Question } from '../../../shared/http/page/question.ts';
import { childPath, tellPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';
import { tellTopicWords } from './heard-words.ts';

export const tellRoutes: readonly FamilyRoute[] = [
  familyPage('GET', tellPath('{personId}'), async (visit) => askFamily(visit, await tellForm(visit))),
  familyPage('POST', tellPath('{personId}'), async (visit) => answerFamily(visit, await tellForm(visit))),
];

/** Stands for "about the child, not one wait". */
const NO_WAIT = 'none';

async function tellForm(visit: FamilyVisit): Promise<FamilyForm<FamilyMessageInput>> {
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.messages');
  return {
    title: 'Tell the team',
    intro: html`<p>A member of the team reads this in 2 working days. If somebody is in danger now, ring 999.</p>`,
    action: tellPath(personId),
    backHref: childPath(personId),
    form: {
      questions: questionsFor(view),
      schema: z
        .object({
          topic: z.enum(messageTopics),
          referralId: z.string(),
          text: z.string().max(LONGEST_MESSAGE, `Use ${LONGEST_MESSAGE} letters or fewer`).nullable(),
        })
        .refine(({ topic, text }) => text !== null || needsNoWords(topic), {
          path: ['text'],
          error: 'Write what you want to tell the team',
        })
        .transform(({ referralId, ...rest }) => ({ ...rest, referralId: referralId === NO_WAIT ? null : referralId })),
    },
    sendLabel: 'Send',
    send: async (input, key) => {
      await sendFamilyMessage(visit.deps, visit.call, personId, input, key);
      return `${childPath(personId)}?told=yes`;
    },
  };
}

function questionsFor({ waits, own }: ChildView): readonly Question[] {
  const open = waits.filter((wait) => wait.open);
  const booked = open.some(({ appointment }) => appointment !== null);
  const topics = messageTopics.filter((topic) => booked || !topic.endsWith('-appointment'));
  return [
    {
      kind: 'one-of',
      name: 'topic',
      label: 'What is it about?',
      missing: 'Select what it is about',
      options: topics.map((topic) => ({ value: topic, text: tellTopicWords[topic] })),
    },
    {
      kind: 'one-of',
      name: 'referralId',
      label: 'Which wait is it about?',
      missing: 'Select a wait',
      options: [
        ...open.map(({ referralId, name }) => ({ value: referralId, text: name })),
        { value: NO_WAIT, text: own ? 'Not one of these' : 'Not one of these, or all of them' },
      ],
    },
    {
      kind: 'long-text',
      name: 'text',
      label: 'What do you want to tell them?',
      hint: 'Only the team and you can read this.',
      optional: true,
      rows: 6,
    },
  ];
}
