/** Sending the link of an invitation anew: the link before opens nothing any more. */
import { inviteAgain } from '../../../../shared/application/family-access/invite-family.ts';
import { readFamilyAccess } from '../../../../shared/application/family-access/read-family-access.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { goTo, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { personBanner } from '../people/banner.ts';
import { familyAccessPath, linkPath } from './addresses.ts';
import { channelWords } from './words.ts';

const path = linkPath('{personId}', '{grantId}');

export const linkRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'family-access.manage', async (visit) => {
    const { deps, call, params } = visit;
    const { person, access, grants } = await readFamilyAccess(deps, call, params['personId'] ?? '');
    const grant = grants.find(({ id, account, revoked }) => id === params['grantId'] && account === null && !revoked);
    const by = grant?.invitation?.by ?? null;
    if (grant === undefined || by === null) throw notFound('invitation-not-found', 'There is no such invitation');
    const hidden = { version: String(access.version), key: deps.ids.fresh() };
    const title = 'Send a new link';
    return page({
      title,
      section: 'find',
      beforeContent: backLink({ href: familyAccessPath(person.id), text: 'Back to family access' }),
      content: html`${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l">${title}</h1><p>It goes to ${personName(grant.name)} by ${channelWords[by].toLowerCase()}. The link that they have stops working.</p>${postForm({ action: linkPath(person.id, grant.id), csrfToken: visit.session.formToken, hidden, content: button({ text: 'Send it' }) })}`,
    });
  }),
  actingPage('POST', path, 'family-access.manage', async ({ deps, call, params, form }) => {
    const [personId = '', grantId = ''] = [params['personId'], params['grantId']];
    const body = await form();
    const seen = Number(body.get('version')) || 0;
    await inviteAgain(deps, call, { personId, grantId, byLink: true }, seen, body.get('key') || deps.ids.fresh());
    return goTo(`${familyAccessPath(personId)}?sent=yes`);
  }),
];
