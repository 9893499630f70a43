/** Deciding about a row: what can be chosen, what each choice does, and the decision itself, checked before it is recorded. */
import * as z from 'zod';
import { decideReview, type NewDecision } from '../../../../shared/application/review/decide-review.ts';
import { type ReviewView, readReview } from '../../../../shared/application/review/read-review.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import { decisionsFor, type ReviewDecision } from '../../../../shared/domain/import/review.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { Option } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { plainNameOf } from '../people/name.ts';
import { reviewsPath } from './addresses.ts';
import { comparison } from './comparison.ts';
import { reasonWords } from './reason-words.ts';
import { settledPage } from './settled-page.ts';

const SEEN = 'seen';
const NEW_PERSON = 'create';
const LONGEST_REASON = 500;

export async function decisionSent(visit: ActingVisit): Promise<PageAnswer> {
  const view = await readReview(visit.deps, visit.call, visit.params['reviewId'] ?? '');
  const { review } = view;
  const body = await visit.form();
  // Shown again as it is: what was chosen was chosen about something else. The same decision sent twice is answered as done.
  if (review.state !== 'open' && body.get('step') !== 'save') return settledPage(visit, view, 412);
  return answerPage(visit, decisionFlow(visit, view));
}

export function decisionFlow(visit: ActingVisit, view: ReviewView): FormFlow<NewDecision> {
  const { review } = view;
  const { what, why } = reasonWords[review.reason];
  return {
    form: decisionForm(view),
    title: 'Decide about a row of a file',
    intro: html`${insetText(html`<p><strong>${what}.</strong> ${why}</p>`)}${comparison(visit, view)}`,
    backHref: reviewsPath,
    section: 'reviews',
    hidden: { [SEEN]: String(review.version) },
    saveLabel: 'Record the decision',
    warning: ({ decision }) => insetText(consequences[decision]),
    async save(value, key, sent) {
      try {
        await decideReview(visit.deps, visit.call, review.id, value, Number(sent(SEEN)), key);
        return goTo(`${reviewsPath}?decided=yes`);
      } catch (refused) {
        if (isDomainError(refused, 'conflict') && refused.code === 'review-decided') return tooLate(visit);
        throw refused;
      }
    },
    onStale: () => tooLate(visit),
  };
}

async function tooLate(visit: ActingVisit): Promise<PageAnswer> {
  return settledPage(visit, await readReview(visit.deps, visit.call, visit.params['reviewId'] ?? ''), 412);
}

const consequences: Readonly<Record<ReviewDecision, string>> = {
  link: 'The open referral stays, and its wait runs from the earlier of the two receipts. No second wait begins.',
  create: 'A referral is added with everything that the row says, and its own wait.',
  dismiss:
    'The row is set aside and nothing is recorded from it. If the same row comes again it stays set aside; when it says something new it waits for a decision again.',
};

/** What can be chosen: the people a new referral may be of are choices of their own. */
function decisionForm({ people, review }: ReviewView): Form<NewDecision> {
  const options = decisionsFor[review.reason].flatMap((decision): readonly Option[] => {
    if (decision === 'link')
      return [
        {
          value: 'link',
          text: 'It is the referral that is open',
          hint: 'Links the two. The wait runs from the earlier receipt',
        },
      ];
    if (decision === 'dismiss')
      return [{ value: 'dismiss', text: 'Set the row aside', hint: 'Records nothing from it. Say why below' }];
    const named = people.map((person) => ofPerson(person, people.length));
    // Whoever is on the list already is known: the row is about nobody new.
    return review.reason === 'open-referral-in-queue'
      ? named
      : [...named, { value: NEW_PERSON, text: 'It is about somebody who has no record yet', hint: newPersonHint }];
  });
  return {
    questions: [
      {
        kind: 'one-of',
        name: 'decision',
        label: 'What is this row?',
        missing: 'Select what this row is',
        options,
      },
      {
        kind: 'long-text',
        name: 'reason',
        label: 'What did you find out?',
        hint: 'Needed when the row is set aside. It is kept with the decision',
        optional: true,
        rows: 3,
      },
    ],
    schema: z
      .object({
        decision: z.string(),
        reason: z
          .string()
          .max(LONGEST_REASON, `What you found out must be ${LONGEST_REASON} characters or fewer`)
          .nullable(),
      })
      .refine(({ decision, reason }) => decision !== 'dismiss' || reason !== null, {
        path: ['reason'],
        message: 'Enter what you found out, so that others know why the row was set aside',
      })
      .transform(({ decision, reason }): NewDecision => {
        const [kind = '', personId] = decision.split(' ');
        return {
          decision: kind as ReviewDecision,
          ...(personId === undefined ? {} : { personId }),
          ...(reason === null ? {} : { reason }),
        };
      }),
  };
}

const newPersonHint =
  'Adds the person and the referral. A number that the other record has is left out: add it once it is clear whose it is';

function ofPerson(person: Person, people: number): Option {
  const who = `${plainNameOf(person.details)}, born ${formatDate(person.details.birthDate)}`;
  return {
    value: `create ${person.id}`,
    text: people === 1 ? 'It is another referral of the same person' : `It is a referral of ${who}`,
    hint:
      people === 1 ? `Adds it to the record of ${who}, with its own wait` : 'Adds it to that record, with its own wait',
  };
}
