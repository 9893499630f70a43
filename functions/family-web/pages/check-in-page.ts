/** "Are we still needed?": a question for each wait. Whatever is answered, and if nothing is, the child keeps the place. */
import * as z from 'zod';
import { answerCheckIn, type CheckIn, checkInAnswers } from '../../../shared/application/family/check-in.ts';
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { LONGEST_MESSAGE } from '../../../shared/domain/family-message/facts.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { englishOn } from '../../../shared/http/family/told.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { checkInPath, childPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

export const checkInRoutes: readonly FamilyRoute[] = [
  familyPage('GET', checkInPath('{personId}'), async (visit) => askFamily(visit, await checkInForm(visit))),
  familyPage('POST', checkInPath('{personId}'), async (visit) => answerFamily(visit, await checkInForm(visit))),
];

/** On the child's page, as long as the team waits for an answer. */
export function checkInAsked(words: Words, { personId, waits }: ChildView): Html | false {
  const asked = waits.some((wait) => wait.open && wait.askedSince !== null);
  return (
    asked &&
    insetText(
      html`<p>${words.say('check-in.asked')}</p>${linkButton({ text: words.say('check-in.answer'), href: checkInPath(personId), variant: 'secondary' })}`,
      words.say('frame.information'),
    )
  );
}

async function checkInForm(visit: FamilyVisit): Promise<FamilyForm<CheckIn>> {
  const { words } = visit;
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.messages');
  const open = view.waits.filter((wait) => wait.open);
  if (open.length === 0) throw notFound('no-such-page', 'There is no such page');
  const fields = Object.fromEntries(open.map(({ referralId }) => [referralId, z.enum(checkInAnswers)]));
  return {
    title: words.say('check-in.title'),
    intro: html`<p>${words.say('check-in.intro')}</p>`,
    action: checkInPath(personId),
    backHref: childPath(personId),
    form: {
      questions: [
        ...open.map(({ referralId, name }) => ({
          kind: 'one-of' as const,
          name: referralId,
          label: name,
          language: englishOn(words),
          missing: words.say('check-in.missing', { wait: name }),
          options: checkInAnswers.map((value) => ({ value, text: words.say(`check-in.${value}`) })),
        })),
        {
          kind: 'long-text',
          name: 'text',
          label: words.say('check-in.text'),
          hint: words.say('tell.text-hint'),
          optional: true,
        },
      ],
      schema: z
        .object({
          ...fields,
          text: z
            .string()
            .max(LONGEST_MESSAGE, words.say('tell.too-long', { count: LONGEST_MESSAGE }))
            .nullable(),
        })
        .transform(({ text, ...answers }) => ({
          text,
          answers: Object.entries(answers as Readonly<Record<string, (typeof checkInAnswers)[number]>>).map(
            ([referralId, answer]) => ({ referralId, answer }),
          ),
        }))
        .refine(({ text, answers }) => text !== null || answers.every(({ answer }) => answer !== 'changed'), {
          path: ['text'],
          error: words.say('check-in.text-missing'),
        }),
    },
    sendLabel: words.say('tell.send'),
    send: async (answers, key) => {
      await answerCheckIn(visit.deps, visit.call, personId, answers, key);
      return `${childPath(personId)}?checked-in=yes`;
    },
  };
}
