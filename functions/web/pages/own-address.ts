/** Addresses of our own pages that travel in an address: where a record's "back" leads, with the filters of the list. */

/** A path and query of ours, or `otherwise` for anything that could lead to someone else's site. */
export function ownAddress(text: string | null | undefined, otherwise: string): string {
  if (!text?.startsWith('/') || text.length > 4_000) return otherwise;
  // Browsers read a backslash as a slash and drop control characters: an address with either is none of ours.
  if (/^\/[/\\]|[\\\s]|\p{Cc}/u.test(text)) return otherwise;
  const url = URL.parse(text, 'https://own.invalid');
  return url?.host === 'own.invalid' ? `${url.pathname}${url.search}` : otherwise;
}

/** An address of ours that brings people back to another one: read it there with {@link ownAddress}. */
export function withReturn(address: string, returnTo: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}return=${encodeURIComponent(returnTo)}`;
}
