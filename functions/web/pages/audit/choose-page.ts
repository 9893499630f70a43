/** Where an audit officer begins: a person, a member of staff, what is unusual, what waits for a review, whether all is whole. */

import * as z from 'zod';
import { findStaff } from '../../../../shared/application/audit/staff-names.ts';
import { auditedPerson } from '../../../../shared/application/audit/who-saw.ts';
import type { NamedStaff } from '../../../../shared/application/ports/staff-directory.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { checkForm, errorsOfRefusal, type Form, type FormError } from '../../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import {
  goTo,
  type PageAnswer,
  type PageContent,
  page,
  refusedPage,
} from '../../../../shared/http/page/page-answer.ts';
import { type Typed, typedIn } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import {
  auditedPersonPath,
  auditedStaffPath,
  auditPath,
  emergencyReviewsPath,
  findAuditedPersonPath,
  findStaffPath,
  unusualPath,
  verificationPath,
} from './addresses.ts';
import { rolesIn } from './words.ts';

const personForm: Form<{ readonly nhsNumber: string }> = {
  questions: [
    {
      kind: 'text',
      name: 'nhsNumber',
      label: 'NHS number',
      hint: '10 digits, with or without spaces, for example 999 000 0018',
      missing: 'Enter an NHS number',
      width: 20,
      inputMode: 'numeric',
    },
  ],
  schema: z.object({ nhsNumber: z.string() }),
};

const staffForm: Form<{ readonly name: string }> = {
  questions: [
    {
      kind: 'text',
      name: 'name',
      label: 'Name',
      hint: 'A part of the name is enough',
      missing: 'Enter the name of a member of staff',
      width: 30,
    },
  ],
  schema: z.object({ name: z.string() }),
};

/** What one of the two forms was sent with, and what is wrong with it. */
interface Sent {
  readonly form: 'person' | 'staff';
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

export async function choosePage(visit: ActingVisit): Promise<PageAnswer> {
  return page(content(visit));
}

/** By a form, so that no number stands in an address; nothing found is said on the same page. */
export async function findAuditedPerson(visit: ActingVisit): Promise<PageAnswer> {
  const typed = typedIn(await visit.form(), personForm.questions);
  const checked = checkForm(personForm, typed);
  const refused = (errors: readonly FormError[]) => refusedPage(content(visit, { form: 'person', typed, errors }));
  if ('errors' in checked) return refused(checked.errors);
  try {
    return goTo(auditedPersonPath(await auditedPerson(visit.deps, visit.call, checked.value.nhsNumber)));
  } catch (refusal) {
    if (isDomainError(refusal, 'invalid')) return refused(errorsOfRefusal(personForm.questions, refusal));
    if (isDomainError(refusal, 'not-found')) return refused([{ question: 'nhsNumber', message: refusal.message }]);
    throw refusal;
  }
}

export async function findStaffPage(visit: ActingVisit): Promise<PageAnswer> {
  const typed = typedIn(await visit.form(), staffForm.questions);
  const checked = checkForm(staffForm, typed);
  if ('errors' in checked) return refusedPage(content(visit, { form: 'staff', typed, errors: checked.errors }));
  const { staff, more } = await findStaff(visit.deps, visit.call, checked.value.name);
  const title = 'Staff found';
  return page({
    title,
    section: 'audit',
    beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }),
    content: html`<h1 class="nhsuk-heading-l">${title}</h1>${
      staff.length === 0
        ? insetText(html`<p role="status">Nobody in ${visit.policy.place.name} has a name like this.</p>`)
        : html`${more && html`<p role="status">There are more than are shown. Enter more of the name.</p>`}${staffTable(visit, staff)}`
    }`,
  });
}

function staffTable({ actor }: ActingVisit, staff: readonly NamedStaff[]): Html {
  return table<NamedStaff>({
    caption: 'Staff found',
    isCaptionHidden: true,
    isResponsive: true,
    rows: staff,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: ({ id, name }) => html`<a href="${auditedStaffPath(id)}">${name}</a>`,
      },
      { heading: 'Role', cell: (one) => rolesIn(actor.place, one) },
    ],
  });
}

function content(visit: ActingVisit, sent?: Sent): PageContent {
  const questions = sent?.form === 'staff' ? staffForm.questions : personForm.questions;
  return {
    title: 'Audit',
    section: 'audit',
    hasErrors: (sent?.errors.length ?? 0) > 0,
    content: html`${errorsView(questions, sent?.errors ?? [])}<h1 class="nhsuk-heading-l">Audit</h1><p>Who saw and changed what in ${visit.policy.place.name}. What you look at here is recorded as well.</p><ul class="nhsuk-list nhsuk-list--border"><li><a href="${unusualPath}">Unusual look-ups</a></li><li><a href="${emergencyReviewsPath}">Emergency access to review</a></li><li><a href="${verificationPath}">Is the audit whole?</a></li></ul><div class="app-columns">${part(visit, 'Who saw or changed a person', findAuditedPersonPath, personForm, sent?.form === 'person' ? sent : undefined)}${part(visit, 'What a member of staff looked at', findStaffPath, staffForm, sent?.form === 'staff' ? sent : undefined)}</div>`,
  };
}

function part<T>(
  visit: ActingVisit,
  heading: string,
  action: string,
  { questions }: Form<T>,
  sent: Sent | undefined,
): Html {
  return html`<section><h2 class="nhsuk-heading-m">${heading}</h2>${postForm({
    action,
    csrfToken: visit.session.formToken,
    content: html`${questionsView(questions, sent?.typed ?? {}, sent?.errors ?? [])}${button({
      text: html`Find<span class="nhsuk-u-visually-hidden"> ${heading.charAt(0).toLowerCase()}${heading.slice(1)}</span>`,
    })}`,
  })}</section>`;
}
