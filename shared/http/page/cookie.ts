/** The one cookie of the staff's pages: the session's secret. `__Host-` binds it to this host, to HTTPS and to the whole site. */
export const SESSION_COOKIE = '__Host-session';
/** Carries the sign-in attempt (state, verifier, nonce) to the way back from the identity provider; ten minutes. */
export const SIGN_IN_COOKIE = '__Host-sign-in';
/** The same two for families: another session, of other people, opened by another directory. */
export const FAMILY_SESSION_COOKIE = '__Host-family';
/** How families read, for pages before signing in; what they chose while signed in is kept with their account. */
export const FAMILY_READING_COOKIE = '__Host-family-reading';
export const FAMILY_SIGN_IN_COOKIE = '__Host-family-sign-in';

export function cookieValue(cookies: readonly string[] | undefined, name: string): string | undefined {
  const found = cookies?.find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** `Lax`, so that the way back from the identity provider and links in e-mails find the session; every change is a POST that checks more. */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}
