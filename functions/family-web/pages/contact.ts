import type { FamilyContact } from '../../../shared/application/family/child-view.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

/** Whom to ask, and how. */
export function contactWords(words: Words, { organisation, phone, email }: FamilyContact): Html {
  const number = phone.replaceAll(/[^\d+]/g, '');
  const call = html`<a href="tel:${number}"><bdi>${phone}</bdi></a>`;
  const write = html`<a href="mailto:${email}"><bdi>${email}</bdi></a>`;
  return html`<p>${inEnglish(words, organisation)}<br>${told(words, 'contact.phone', { phone: call })}<br>${told(words, 'contact.email', { email: write })}</p>`;
}
