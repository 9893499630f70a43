/** One emergency access: who asked, why, what was seen under it; and the form in which an officer records what to make of it. */
import * as z from 'zod';
import { type StaffNames, staffNames } from '../../../../shared/application/audit/staff-names.ts';
import {
  type EmergencyReview,
  emergencyAccess,
  reviewEmergencyAccess,
} from '../../../../shared/application/emergency/review-emergency-access.ts';
import type { ViewEntry } from '../../../../shared/domain/audit/view.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { askOf, reviewNoteSchema, reviewOf, reviewOutcomes } from '../../../../shared/domain/permission/break-glass.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type SummaryRow, summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { auditedPersonPath, emergencyReviewsPath } from './addresses.ts';
import { doneInWords } from './done-words.ts';
import { outcomeNames, staffName, standingTags, whenInWords, whoDidIt } from './words.ts';

const VERSION = 'version';

const reviewForm: Form<EmergencyReview> = {
  questions: [
    {
      kind: 'one-of',
      name: 'outcome',
      label: 'Was there a need?',
      missing: 'Select what you make of it',
      options: reviewOutcomes.map((value) => ({ value, text: outcomeNames[value] })),
    },
    {
      kind: 'long-text',
      name: 'note',
      label: 'What you found',
      hint: 'Whom you spoke to and what was done. Do not name the child',
      missing: 'Enter what you found',
    },
  ],
  schema: z.object({ outcome: z.enum(reviewOutcomes), note: reviewNoteSchema }),
};

type Shown = Awaited<ReturnType<typeof emergencyAccess>>;

export async function emergencyReviewPage(visit: ActingVisit): Promise<PageAnswer> {
  const shown = await emergencyAccess(visit.deps, visit.call, keyOf(visit));
  const names = await staffNames(visit.deps);
  const flow = flowOf(visit, shown, names);
  if (shown.standing !== 'reviewed') return askPage(visit, flow);
  return page({
    title: flow.title,
    section: 'audit',
    beforeContent: backLink({ href: emergencyReviewsPath }),
    content: html`<h1 class="nhsuk-heading-l">${flow.title}</h1>${flow.intro}`,
  });
}

export async function saveEmergencyReview(visit: ActingVisit): Promise<PageAnswer> {
  const shown = await emergencyAccess(visit.deps, visit.call, keyOf(visit));
  return answerPage(visit, flowOf(visit, shown, await staffNames(visit.deps)));
}

function flowOf(visit: ActingVisit, shown: Shown, names: StaffNames): FormFlow<EmergencyReview> {
  const { deps, call } = visit;
  return {
    form: reviewForm,
    title: 'Review an emergency access',
    intro: facts(shown, names),
    backHref: emergencyReviewsPath,
    section: 'audit',
    hidden: { [VERSION]: String(shown.access.version) },
    saveLabel: 'Record the review',
    async save(review, key, sent) {
      await reviewEmergencyAccess(deps, call, keyOf(visit), review, Number(sent(VERSION)), key);
      return goTo(`${emergencyReviewsPath}?saved=yes`);
    },
  };
}

function keyOf({ params }: ActingVisit): { readonly actor: string; readonly id: string } {
  return { actor: params['staffId'] ?? '', id: params['accessId'] ?? '' };
}

function facts({ access, standing, dueOn, views }: Shown, names: StaffNames): Html {
  const { by, recordedAt, endsAt, reason, personId } = askOf(access);
  const review = reviewOf(access);
  const rows: SummaryRow[] = [
    { key: 'Who', value: whoDidIt(by.actor, by.role, names) },
    { key: 'Asked', value: whenInWords(recordedAt) },
    { key: 'Until', value: whenInWords(endsAt) },
    { key: 'Reason', value: reason },
    {
      key: 'Whose record',
      value:
        personId === null
          ? 'Nobody here has the number that was given'
          : html`<a href="${auditedPersonPath(personId)}">Who saw or changed this person</a>`,
    },
    { key: 'Review', value: html`${tag(standingTags[standing])} ${review === undefined && `by ${formatDate(dueOn)}`}` },
  ];
  if (review !== undefined) {
    const { outcome, note, recordedAt: at, by: reviewer } = review;
    rows.push(
      { key: 'Outcome', value: outcomeNames[outcome] },
      { key: 'What was found', value: note },
      { key: 'Reviewed', value: `${whenInWords(at)}, by ${staffName(reviewer.actor, names)}` },
    );
  }
  return html`${summaryList({ rows })}<h2 class="nhsuk-heading-m">What was seen under it</h2>${seenUnder(views)}`;
}

function seenUnder(views: readonly ViewEntry[]): Html {
  if (views.length === 0)
    return insetText(
      html`<p>Nothing: the record was not opened under this access. What they see in their ordinary work is among who saw the person.</p>`,
    );
  return html`<ul class="nhsuk-list nhsuk-list--bullet">${views.map(
    ({ action, at }) => html`<li>${doneInWords(action)}, ${whenInWords(at)}</li>`,
  )}</ul>`;
}
