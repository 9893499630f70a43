import type { FamilyContact } from '../../../shared/application/family/child-view.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

/** Whom to ask, and how. */
export function contactWords({ organisation, phone, email }: FamilyContact): Html {
  const number = phone.replaceAll(/[^\d+]/g, '');
  return html`<p>${organisation}<br>Phone: <a href="tel:${number}">${phone}</a><br>Email: <a href="mailto:${email}">${email}</a></p>`;
}
