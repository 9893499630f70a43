/** Pages about the service itself, for anybody: accessibility and privacy. */
import { html } from '../../../../shared/http/html/html.ts';
import { page } from '../../../../shared/http/page/page-answer.ts';
import { openPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';

export const aboutRoutes: readonly PageRoute[] = [
  openPage('GET', '/accessibility', async () => accessibility),
  openPage('GET', '/privacy', async () => privacy),
];

const accessibility = page({
  title: 'Accessibility',
  content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">Accessibility</h1>
<p>We want everybody to be able to use this service. You can:</p>
<ul class="nhsuk-list nhsuk-list--bullet"><li>zoom in up to 400% without text leaving the screen</li><li>use it with a keyboard alone, or with a screen reader</li><li>use it on a phone, and without JavaScript</li><li>print any record or list</li></ul>
<h2 class="nhsuk-heading-m">How we check it</h2>
<p>Every page is tested automatically against the Web Content Accessibility Guidelines 2.2, level AA, in every state that it can be in. Automatic tests do not find everything: people with access needs have not tested this version yet.</p>
<h2 class="nhsuk-heading-m">If something does not work for you</h2>
<p>Tell the service that sent you here, in whatever way suits you. Say what you were trying to do. They will answer, and give you what you need in another form meanwhile.</p></div></div>`,
});

const privacy = page({
  title: 'Privacy',
  content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">Privacy</h1>
<p>This service holds what is needed to see that a child or young person gets the help they wait for: who they are, what they were referred for, and what has happened since.</p>
<ul class="nhsuk-list nhsuk-list--bullet"><li>Only staff whom a place has given access can see records, and only of that place.</li><li>Every time a record is opened or changed, that is written down: who, when, in which role.</li><li>Addresses of pages, titles and logs hold nothing about anybody.</li><li>Nothing is deleted to hide a mistake: it is marked as recorded in error, with the reason.</li></ul>
<h2 class="nhsuk-heading-m">Cookies</h2>
<p>We use one cookie while you are signed in. It holds a random number and nothing else, and it goes when you sign out. There is no tracking of any kind.</p></div></div>`,
});
