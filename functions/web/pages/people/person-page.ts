/** One person: who they are, what they wait for, the days that matter, and everything that happened; on screen and on paper. */
import type { PersonView } from '../../../../shared/application/person/person-view.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localTimeOf } from '../../../../shared/domain/calendar/instant.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import type { Action } from '../../../../shared/domain/permission/grants.ts';
import { roleNames } from '../../../../shared/domain/staff/role-names.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { type SummaryRow, summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { alertsBeside, caseBeside, referralBeside } from '../alerts/alerts-beside.ts';
import { casesOfPerson } from '../cases/of-person.ts';
import { familyAccessPath } from '../family-access/addresses.ts';
import { familyReachView } from '../family-access/reach-view.ts';
import { addReferralPath } from '../referrals/addresses.ts';
import { editPersonPath, findPath, personPath, printPersonPath } from './addresses.ts';
import { personBanner } from './banner.ts';
import { ethnicCategoryNames } from './ethnic-categories.ts';
import { personHistory } from './person-history.ts';
import { referralsTable } from './referrals-table.ts';
import { rightsView } from './rights.ts';

export const personPageRoutes: readonly PageRoute[] = [
  actingPage('GET', personPath('{personId}'), 'person.read', async (visit) => {
    const view = await viewOf(visit);
    return page({
      title: 'Person',
      section: 'find',
      beforeContent: backLink({ href: findPath, text: 'Find another person' }),
      content: html`${done(visit)}${underEmergency(view)}${personBanner(view.person, visit.today, 'heading')}${actions(visit, view)}${await alertsBeside(visit, [...view.referrals.map(referralBeside), ...view.cases.map(caseBeside)])}${recordView(visit, view)}${await familyReachView(visit, view.person.id, view.subject)}`,
    });
  }),
  actingPage('GET', printPersonPath('{personId}'), 'person.read', async (visit) => {
    const view = await viewOf(visit);
    return page({
      title: 'Record to print',
      section: 'find',
      beforeContent: backLink({ href: personPath(view.person.id), text: 'Back to the person' }),
      content: html`<p class="app-no-print">Print this page from your browser (Ctrl and P). Keep the paper as you would keep the record.</p>${personBanner(view.person, visit.today, 'heading')}${recordView(visit, view)}<p class="app-secondary">Printed from ${visit.policy.branding.serviceName}, ${visit.policy.place.name}, on ${formatDate(visit.today)}, by a person acting as ${roleNames[visit.actor.role].toLowerCase()}.</p>`,
    });
  }),
];

async function viewOf({ deps, call, params }: ActingVisit): Promise<PersonView> {
  return readPerson(deps, call, params['personId'] ?? '');
}

/** Whoever sees a record by emergency access alone is told so, and until when. */
function underEmergency({ emergencyUntil }: PersonView): Html | undefined {
  if (emergencyUntil === undefined) return undefined;
  return warningCallout({
    heading: 'Emergency access',
    content: html`<p>You see this record until ${localTimeOf(emergencyUntil).time}. What you look at is recorded, and an audit officer will ask you about it.</p>`,
  });
}

function done({ query }: ActingVisit): Html | undefined {
  if (query.get('added') === 'yes')
    return notificationBanner({
      variant: 'success',
      heading: 'The person has been added',
      content: html`<p>Add the referral now, so that their wait begins to be counted.</p>`,
    });
  if (query.get('changed') === 'yes')
    return notificationBanner({ variant: 'success', heading: 'The details have been changed' });
  return undefined;
}

function actions(visit: ActingVisit, { person, subject }: PersonView): Html {
  const may = (action: Action) => can(visit.actor, action, subject) === 'allowed';
  return html`<div class="app-no-print">${buttonGroup(
    may('referral.receive') && linkButton({ text: 'Add a referral', href: addReferralPath(person.id) }),
    may('person.change') &&
      linkButton({ text: 'Change details', href: editPersonPath(person.id), variant: 'secondary' }),
    may('family-access.read') && html`<a href="${familyAccessPath(person.id)}">Family access</a>`,
    html`<a href="${printPersonPath(person.id)}">Print view</a>`,
  )}</div>`;
}

function recordView(visit: ActingVisit, view: PersonView): Html {
  const { details } = view.person;
  const rows: readonly SummaryRow[] = [
    { key: 'Postcode', value: details.postcode ?? undefined },
    { key: 'GP practice', value: details.gpPractice ?? undefined },
    { key: 'Ethnic category', value: ethnicCategoryNames[details.ethnicCategory] },
  ];
  return html`<h2 class="nhsuk-heading-m">Referrals</h2>${referralsTable(visit, view)}${casesOfPerson(visit, view)}<div class="app-columns"><div><h2 class="nhsuk-heading-m">Details</h2>${summaryList({ rows })}</div><div><h2 class="nhsuk-heading-m">Days when rights change</h2>${rightsView(details.birthDate, visit.today)}</div></div><h2 class="nhsuk-heading-m">Everything that happened</h2>${timeline({ headingLevel: 3, entries: personHistory(visit, view) })}`;
}
