/** Who in a family may see a person's record, what each of them sees today, and what has to be done about it. */

import { type ReachedGrant, withAddresses } from '../../../../shared/application/family-access/reach-family.ts';
import {
  type FamilyAccessView,
  readFamilyAccess,
} from '../../../../shared/application/family-access/read-family-access.ts';
import { parts } from '../../../../shared/domain/access/part.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { card } from '../../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Content, type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { rightsView } from '../people/rights.ts';
import { accessRecordPath, familyAccessPath, grantRecordPath, invitePath, letterPath, linkPath } from './addresses.ts';
import { childForms, formsOfGrant } from './forms.ts';
import { changeWay, reachRows } from './reach-view.ts';
import { basisWords, checkWords, partWords, relationshipWords, reviewWords, revocationWords } from './words.ts';

type GrantView = FamilyAccessView['grants'][number];

export const accessPageRoutes: readonly PageRoute[] = [
  actingPage('GET', familyAccessPath('{personId}'), 'family-access.read', async (visit) => {
    const view = await readFamilyAccess(visit.deps, visit.call, visit.params['personId'] ?? '');
    const { person } = view;
    const { place, id } = person;
    const reached = await withAddresses(visit.deps, place, id, view.grants);
    return page({
      title: 'Family access',
      section: 'find',
      beforeContent: backLink({ href: personPath(person.id), text: 'Back to the person' }),
      content: html`${done(visit)}${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l">Family access</h1>${reviews(visit, view)}${buttonGroup(linkButton({ text: 'Invite somebody', href: invitePath(person.id) }))}${grants(visit, view, reached)}<h2 class="nhsuk-heading-m">The child’s own decisions</h2>${decisions(view)}<h2 class="nhsuk-heading-m">Days when rights change</h2>${rightsView(person.details.birthDate, visit.today)}`,
    });
  }),
];

function done({ query }: ActingVisit): Html | undefined {
  const heading =
    query.get('sent') === 'yes'
      ? 'The link is on its way.'
      : query.get('recorded') === 'yes'
        ? 'Recorded. It is in force now.'
        : undefined;
  return heading === undefined ? undefined : notificationBanner({ variant: 'success', heading });
}

function reviews({ today }: ActingVisit, { reviews: all }: FamilyAccessView): Html | false {
  const due = all.filter(({ from }) => from <= today);
  return (
    due.length > 0 &&
    notificationBanner({
      variant: 'important',
      heading: 'To do',
      content: html`<ul class="nhsuk-list nhsuk-list--bullet">${due.map(({ kind, dueOn }) => html`<li>${reviewWords[kind]}, by ${formatDate(dueOn)}${dueOn < today && ' (overdue)'}</li>`)}</ul>`,
    })
  );
}

function grants(visit: ActingVisit, view: FamilyAccessView, reached: readonly ReachedGrant[]): Html {
  const { person, grants: all } = view;
  if (all.length === 0) return html`<p>Nobody in the family has been invited.</p>`;
  return html`${all.map((grant) =>
    card({
      heading: html`${personName(grant.name)}, ${relationshipWords[grant.relationship].toLowerCase()}`,
      headingLevel: 2,
      content: html`<p>${standing(visit, grant)}</p>${summaryList({ rows: rowsOf(grant) })}${reachOf(person.id, grant, reached)}${actions(person.id, view, grant)}`,
    }),
  )}`;
}

function reachOf(personId: string, grant: GrantView, reached: readonly ReachedGrant[]): Html | false {
  const found = reached.find((one) => one.grant.id === grant.id);
  if (found === undefined || grant.revoked !== null) return false;
  return html`<h3 class="nhsuk-heading-s">How to reach them</h3>${summaryList({ rows: reachRows(found, changeWay(personId, grant.id)) })}`;
}

function standing({ now }: ActingVisit, { revoked, account, invitation, opens }: GrantView): Html {
  if (revoked !== null) return tag({ text: 'Ended', colour: 'grey' });
  if (account === null) {
    const expired = invitation === null || invitation.expiresAt <= now;
    return expired ? tag({ text: 'Invitation expired', colour: 'orange' }) : tag({ text: 'Invited', colour: 'yellow' });
  }
  if (opens.length === 0) return tag({ text: 'Closed', colour: 'orange' });
  return opens.length === parts.length
    ? tag({ text: 'Open', colour: 'green' })
    : tag({ text: 'Partly open', colour: 'blue' });
}

function rowsOf(grant: GrantView): readonly { key: string; value: Content }[] {
  const { authority, consentOn, bestInterestsOn, revoked, hiddenByStaff, hiddenByYoungPerson } = grant;
  const said = (key: string, value: Content | null) => (value === null ? [] : [{ key, value }]);
  const hidden = (list: readonly (keyof typeof partWords)[]) =>
    list.length === 0
      ? null
      : joined(
          list.map((part) => partWords[part]),
          ', ',
        );
  return [
    ...said('By what right', basisWords[grant.basis]),
    ...said('Checked by', checkWords[grant.checked]),
    ...said('Invited', formatDate(grant.invitedOn)),
    ...said(
      grant.invitation?.by ? 'Link can be used until' : 'Letter can be used until',
      grant.invitation === null ? null : formatDate(localDateOf(grant.invitation.expiresAt)),
    ),
    ...said('Local authority', authority),
    ...said('Child’s consent', consentOn === null ? null : formatDate(consentOn)),
    ...said('Decided in best interests', bestInterestsOn === null ? null : formatDate(bestInterestsOn)),
    ...said(
      'Sees today',
      grant.opens.length === 0
        ? 'Nothing'
        : joined(
            grant.opens.map((part) => partWords[part]),
            ', ',
          ),
    ),
    ...said('Kept from them by staff', hidden(hiddenByStaff)),
    ...said('Not shared by the young person', hidden(hiddenByYoungPerson)),
    ...said(
      'Ended',
      revoked === null ? null : `${formatDate(revoked.on)}: ${revocationWords[revoked.reason].toLowerCase()}`,
    ),
  ];
}

function actions(personId: string, view: FamilyAccessView, grant: GrantView): Html | false {
  if (grant.revoked !== null) return false;
  const forms = formsOfGrant(view, grant);
  return html`<ul class="nhsuk-list">${grant.account === null && invitationAction(personId, grant)}${forms.map(
    ({ kind, link }) =>
      html`<li><a href="${grantRecordPath(personId, grant.id, kind)}">${link}<span class="nhsuk-u-visually-hidden">: ${personName(grant.name)}</span></a></li>`,
  )}</ul>`;
}

function invitationAction(personId: string, { id, name, invitation }: GrantView): Html {
  const [href, text] = invitation?.by
    ? [linkPath(personId, id), 'Send a new link']
    : [letterPath(personId, id), 'Print the letter'];
  return html`<li><a href="${href}">${text}<span class="nhsuk-u-visually-hidden"> for ${personName(name)}</span></a></li>`;
}

function decisions(view: FamilyAccessView): Html {
  const { state, person } = view;
  const rows = [
    {
      key: 'Able to decide for themself',
      value:
        state.competence === null
          ? 'Not assessed'
          : `${state.competence.competent ? 'Yes' : 'No'}, assessed on ${formatDate(state.competence.on)}`,
    },
    { key: 'Care order', value: state.careOrder === null ? 'None recorded' : state.careOrder.authority },
    { key: 'Access last reviewed', value: state.reviewedOn === null ? 'Never' : formatDate(state.reviewedOn) },
  ];
  return html`${summaryList({ rows })}<ul class="nhsuk-list">${childForms(view).map(
    ({ kind, link }) => html`<li><a href="${accessRecordPath(person.id, kind)}">${link}</a></li>`,
  )}</ul>`;
}
