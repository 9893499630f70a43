/** The health action plan for the person to take home: as agreed, and in Easy Read. */
import { readCase } from '../../../../shared/application/case/read-case.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import type { AgreedPlan, HealthCheckState } from '../../../../shared/domain/health-check/state.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { healthCheckPath } from './addresses.ts';
import { easyReadSheet, planSheet } from './plan-view.ts';

interface Sheet {
  readonly person: Person;
  readonly plan: AgreedPlan;
  readonly state: HealthCheckState;
  /** Whom to ring. */
  readonly contact: string;
}

export async function planPage(visit: ActingVisit): Promise<PageAnswer> {
  return sheetPage(visit, 'Health action plan', ({ person: { details }, plan, contact }) => {
    const whole = [details.givenName, details.familyName].filter((name) => name !== '').join(' ');
    return html`${pageHeading('My health action plan', html`${personName(whole)}`)}${planSheet(details, plan, contact)}`;
  });
}

export async function easyReadPlanPage(visit: ActingVisit): Promise<PageAnswer> {
  return sheetPage(
    visit,
    'Easy Read health action plan',
    ({ person: { details }, plan, state, contact }) =>
      html`<h1 class="nhsuk-heading-xl">My health plan</h1>${easyReadSheet(details, plan, formatDate(state.standing.due), contact)}`,
  );
}

async function sheetPage(visit: ActingVisit, title: string, draw: (sheet: Sheet) => Html): Promise<PageAnswer> {
  const { deps, call, params, policy } = visit;
  const key = { personId: params['personId'] ?? '', kind: 'health-check', caseId: params['caseId'] ?? '' } as const;
  const { person, state } = await readCase(deps, call, key);
  // The registry folds a record of this kind by this type.
  const folded = state as HealthCheckState | undefined;
  const plan = folded?.plan ?? null;
  if (folded === undefined || plan === null) throw notFound('no-plan', 'There is no health action plan yet');
  const sheet = { person, state: folded, plan, contact: policy.branding.contact.phone };
  return page({
    title,
    section: 'duties',
    beforeContent: backLink({ href: healthCheckPath(key), text: 'Back to the record' }),
    content: html`<p class="app-no-print">Print this page from your browser (Ctrl and P), and give it to the person.</p>${draw(sheet)}`,
  });
}
