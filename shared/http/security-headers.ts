/** What every answer tells a browser to refuse (promise P12). Data, so that the functions, the edge and the tests read the same words. */

/** The content security policy of the pages: our own origin for what they need, nothing for the rest, nothing inline. */
export const contentSecurityPolicy = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
} as const;

/** The policy as the header says it. */
export const contentSecurityPolicyHeader: string = Object.entries(contentSecurityPolicy)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

// Nothing that a page of ours uses: a page that is broken into must not reach them either.
const REFUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** On every answer of the pages, errors and redirects included. */
export const securityHeaders = {
  'content-security-policy': contentSecurityPolicyHeader,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
} as const satisfies Readonly<Record<string, string>>;

/** On every answer that may hold anything about a person: no cache keeps it, the browser's own included. */
export const noStoreHeaders = { 'cache-control': 'no-store' } as const;

/**
 * The headers of an answer: the security headers, its own, and `no-store` unless it says otherwise.
 * @param own lower-case names; a header named here that is also a security header is refused
 * @throws {TypeError} when an answer tries to set a security header itself
 */
export function withSecurityHeaders(own: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(own)) {
    if (name !== name.toLowerCase()) throw new TypeError(`Header names are written in lower case: ${name}`);
    if (name in securityHeaders && own[name] !== securityHeaders[name as keyof typeof securityHeaders]) {
      throw new TypeError(`An answer cannot set ${name} itself`);
    }
  }
  return { ...noStoreHeaders, ...securityHeaders, ...own };
}
