import { html, type Markup, page } from '../html-page.ts';
import type { DemoAccount } from './demo-account.ts';

/** Field of the form that names the account chosen. */
export const ACCOUNT_FIELD = 'account';

/** The page that asks who is signing in: one button for each demo account of those whom the site is for. */
export function signInPage(accounts: readonly DemoAccount[], action: string, forFamilies = false): string {
  const choice = ({ id, name, description }: DemoAccount): Markup =>
    html`<li><button name="${ACCOUNT_FIELD}" value="${id}">${name}${description ? html`<br>${description}` : undefined}</button></li>`;
  const families = accounts.filter(({ isFamily }) => isFamily);
  const staff = accounts.filter(({ isFamily }) => !isFamily);
  const form = html`<p>These are demonstration accounts. Nobody real has one, and none needs a password.</p>
<form method="post" action="${action}"><ul class="choices">
${(forFamilies && families.length > 0 ? families : staff).map(choice)}
</ul></form>`;
  const none = html`<p>There are no demonstration accounts.</p>`;
  return page('Choose who to sign in as', accounts.length > 0 ? form : none);
}

/** Asks whether to sign out. `form` is what the identity provider needs to be sent back. */
export function signOutPage(form: Markup): string {
  return page(
    'Do you want to sign out?',
    html`${form}
<ul class="choices">
<li><button type="submit" form="op.logoutForm" value="yes" name="logout">Yes, sign out</button></li>
<li><button type="submit" form="op.logoutForm">No, stay signed in</button></li>
</ul>`,
  );
}

/** Says that somebody has signed out, where no site is there to say it. */
export function signedOutPage(): string {
  return page('You have signed out', html`<p>You can close this page.</p>`);
}

/** Says what went wrong with a sign-in. */
export function signInErrorPage(error: string, description: string | undefined): string {
  return page(
    'Sorry, you cannot sign in',
    html`<p>Go back to the site and sign in from there.</p><p>What the identity provider says: ${error}${description ? ` – ${description}` : ''}</p>`,
  );
}
