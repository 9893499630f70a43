/** The letter with the code of an invitation, to print and hand over. It names no child and no service beyond the place's own. */
import { invitationLetter, inviteAgain } from '../../../../shared/application/family-access/invite-family.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { goTo, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { familyAccessPath, letterPath } from './addresses.ts';

const path = letterPath('{personId}', '{grantId}');

export const letterRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'family-access.manage', async (visit) => {
    const { deps, call, params, policy } = visit;
    const [personId = '', grantId = ''] = [params['personId'], params['grantId']];
    const { grant, code, view } = await invitationLetter(deps, call, personId, grantId);
    const until = grant.invitation === null ? '' : formatDate(localDateOf(grant.invitation.expiresAt));
    const { organisation, contact } = policy.branding;
    return page({
      title: 'Letter with a code',
      section: 'find',
      beforeContent: backLink({ href: familyAccessPath(personId), text: 'Back to family access' }),
      content: html`<p class="app-no-print">Print this page (Ctrl and P). Hand the letter to ${personName(grant.name)} and to nobody else, or post it to them. Whoever has the code can see the record.</p><article class="app-letter"><p>${organisation}<br>${formatDate(visit.today)}</p><p>Dear ${personName(grant.name)}</p><h1 class="nhsuk-heading-m">See where you stand</h1><p>You can now see online how far things have come, and what happens next.</p><ol class="nhsuk-list nhsuk-list--number"><li>Go to <strong>/family</strong> on the address of this service.</li><li>Sign in. If you have never used it, make an account first.</li><li>Enter this code:</li></ol><p class="app-letter__code"><strong>${code}</strong></p><p>The code works once, until ${until}. Keep it to yourself. If you did not expect this letter, tell us.</p><p>Questions? Ring ${contact.phone} or write to ${contact.email}.</p></article><div class="app-no-print">${postForm({ action: letterPath(personId, grantId), csrfToken: visit.session.formToken, hidden: { version: String(view.access.version), key: deps.ids.fresh() }, content: button({ text: 'Make a new code', variant: 'secondary' }) })}<p class="app-secondary">Do this if the letter is lost. The old code stops working.</p></div>`,
    });
  }),
  actingPage('POST', path, 'family-access.manage', async ({ deps, call, params, form }) => {
    const [personId = '', grantId = ''] = [params['personId'], params['grantId']];
    const body = await form();
    const seen = Number(body.get('version')) || 0;
    await inviteAgain(deps, call, { personId, grantId, byLink: false }, seen, body.get('key') || deps.ids.fresh());
    return goTo(letterPath(personId, grantId));
  }),
];
