/** Rating a goal, 0 to 10. */
import * as z from 'zod';
import { type GoalRatingInput, rateHealthGoal } from '../../../shared/application/family/rate-goal.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { englishOn } from '../../../shared/http/family/told.ts';
import { html } from '../../../shared/http/html/html.ts';
import { childPath, ratePath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

export const goalRoutes: readonly FamilyRoute[] = [
  familyPage('GET', ratePath('{personId}'), async (visit) => askFamily(visit, await rateForm(visit))),
  familyPage('POST', ratePath('{personId}'), async (visit) => answerFamily(visit, await rateForm(visit))),
];

const ratings = Array.from({ length: 11 }, (_, rating) => ({ value: String(rating), text: String(rating) }));

async function rateForm(visit: FamilyVisit): Promise<FamilyForm<GoalRatingInput>> {
  const personId = visit.params['personId'] ?? '';
  const { view } = await readChild(visit.deps, visit.call, personId, 'family.health');
  const { words } = visit;
  return {
    title: words.say('rate.title'),
    intro: html`<p>${words.say('rate.intro')}</p>`,
    action: ratePath(personId),
    backHref: childPath(personId),
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'goal',
          label: words.say('rate.goal'),
          missing: words.say('rate.goal-missing'),
          options: view.heard.goals.map(({ goal, text }) => ({
            value: String(goal),
            text,
            language: englishOn(words),
          })),
        },
        {
          kind: 'one-of',
          name: 'rating',
          label: words.say('rate.rating'),
          missing: words.say('rate.rating-missing'),
          as: 'select',
          options: ratings,
        },
      ],
      schema: z.object({
        goal: z.string().transform(Number),
        rating: z.string().transform(Number),
      }),
    },
    sendLabel: words.say('rate.save'),
    send: async (input, key) => {
      await rateHealthGoal(visit.deps, visit.call, personId, input, key);
      return `${childPath(personId)}?rated=yes`;
    },
  };
}
