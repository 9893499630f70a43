/** Health goals on the pages of staff: agreed with the family, rated, ended. */

import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import type { HealthGoalsFacts } from '../../../../shared/domain/health-goals/facts.ts';
import type { HealthGoalsState } from '../../../../shared/domain/health-goals/health-goals-type.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Question } from '../../../../shared/http/page/question.ts';
import type { CaseOnPage, CasePages } from '../cases/case-pages.ts';

const TEN = Array.from({ length: 11 }, (_, rating) => ({ value: String(rating), text: String(rating) }));

const goalQuestion = (open: CaseOnPage<HealthGoalsState>): Question => ({
  kind: 'one-of',
  name: 'goal',
  label: 'Which goal?',
  missing: 'Select a goal',
  options: standing(open).map(({ goal, text }) => ({ value: String(goal), text: `${goal}: ${text}` })),
});

export const goalPages: CasePages<HealthGoalsFacts, HealthGoalsState> = {
  kind: 'health-goals',
  about: 'Up to three goals that a family and its team agree, each rated from 0 to 10 as often as they like.',
  statuses: {
    'worked-on': { text: 'Worked on', colour: 'blue' },
    met: { text: 'Met', colour: 'green' },
    ended: { text: 'Ended', colour: 'grey' },
  },
  openStatuses: ['worked-on', 'met'],
  dueWords: {},
  happened(facts) {
    switch (facts.kind) {
      case 'agreed':
        return `Goal ${facts.goal} agreed`;
      case 'rated':
        return `Goal ${facts.goal} rated ${facts.rating} of 10`;
      case 'ended':
        return `Goal ${facts.goal} ended`;
    }
  },
  details(facts) {
    return facts.kind === 'agreed'
      ? [
          ['Goal', facts.text],
          ['Met at', `${facts.target} of 10`],
        ]
      : [];
  },
  facts: (open) =>
    standing(open).map(({ goal, text, target, ratings }) => ({
      key: `Goal ${goal}`,
      value: html`<bdi>${text}</bdi><br><span class="app-secondary">${ratings.length === 0 ? 'Not rated yet' : `${ratings.join(', ')} of 10`}; met at ${target}</span>`,
    })),
  opensWith: 'agreed',
  onlyOne: true,
  forms: {
    agreed: {
      action: 'Agree a goal',
      day: { label: 'Day it was agreed', filledIn: 'today' },
      offered: ({ goals }) => goals.filter(({ ended }) => ended === null).length < 3,
      questions: (open) => [
        { kind: 'text', name: 'text', label: 'The goal, in the family’s own words', missing: 'Enter the goal' },
        {
          kind: 'one-of',
          name: 'target',
          label: 'At which rating is it met?',
          hint: '0 is not at all, 10 is fully',
          missing: 'Select a rating',
          as: 'select',
          options: TEN,
        },
        {
          kind: 'one-of',
          name: 'service',
          label: 'Which team works on it?',
          missing: 'Select a team',
          as: 'select',
          options: teamsOf(open.visit.policy).flatMap(({ services, name }) => {
            const [service] = services;
            return service === undefined ? [] : [{ value: service, text: name }];
          }),
        },
      ],
      facts: ({ text, target, service }, open) => ({
        text,
        service,
        target: Number(target),
        goal: [1, 2, 3].find((n) => !standing(open).some(({ goal }) => goal === n)) ?? 1,
      }),
    },
    rated: {
      action: 'Rate a goal',
      day: { label: 'Day of the rating', filledIn: 'today' },
      offered: ({ goals }) => goals.some(({ ended }) => ended === null),
      questions: (open) => [
        goalQuestion(open),
        { kind: 'one-of', name: 'rating', label: 'Rating', missing: 'Select a rating', as: 'select', options: TEN },
        {
          kind: 'one-of',
          name: 'ratedBy',
          label: 'Who rated it?',
          missing: 'Select who rated it',
          options: [
            { value: 'child', text: 'The child or young person' },
            { value: 'parent-or-carer', text: 'A parent or carer' },
          ],
        },
      ],
      facts: ({ goal, rating, ratedBy }) => ({ goal: Number(goal), rating: Number(rating), ratedBy }),
    },
    ended: {
      action: 'End a goal',
      day: { label: 'Day it ended', filledIn: 'today' },
      offered: ({ goals }) => goals.some(({ ended }) => ended === null),
      questions: (open) => [
        goalQuestion(open),
        {
          kind: 'one-of',
          name: 'why',
          label: 'Why?',
          missing: 'Select why',
          options: [
            { value: 'met', text: 'It is met' },
            { value: 'changed', text: 'It has changed' },
            { value: 'no-longer-wanted', text: 'It is no longer wanted' },
          ],
        },
      ],
      facts: ({ goal, why }) => ({ goal: Number(goal), why }),
    },
  },
};

function standing({ view }: CaseOnPage<HealthGoalsState>) {
  return view?.state.goals.filter(({ ended }) => ended === null) ?? [];
}
