/** What families are told about their pages and their data. */
import { type FamilyRoute, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import { html } from '../../../shared/http/html/html.ts';
import { page } from '../../../shared/http/page/page-answer.ts';

export const privacyRoutes: readonly FamilyRoute[] = [openFamilyPage('GET', '/family/privacy', async () => privacy)];

const privacy = page({
  title: 'Your privacy',
  content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">Your privacy</h1>
<p>These pages show you what services are doing for you or your child. We keep no name, phone number or NHS number with your account.</p>
<ul class="nhsuk-list nhsuk-list--bullet"><li>Each parent or carer has their own account. None of them can see the others.</li><li>Every time you or a member of staff opens a record, we write that down.</li><li>You can see which staff have looked.</li><li>From 16, young people decide who sees the health parts.</li></ul>
<h2 class="nhsuk-heading-m">Cookies</h2>
<p>We use one cookie while you are signed in. It holds a random number. It goes when you sign out. Nobody follows what you do.</p></div></div>`,
});
