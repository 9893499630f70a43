/** A page that keeps a list of everything that a page of ours must not do, and fails its test for it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface PageOptions {
  /** The origins that the page may talk to, e.g. `http://127.0.0.1:8080`; the identity provider's too where people sign in. */
  readonly origins: readonly string[];
  /** `false` turns JavaScript off. */
  readonly javaScript?: boolean;
  /** In CSS pixels; 1280 when left out. */
  readonly width?: number;
  readonly height?: number;
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far: refused by the content security policy, an error on the console, a request off the origin. */
  readonly problems: readonly string[];
  /**
   * Closes the page.
   * @throws {Error} naming every problem, if there was one
   */
  readonly close: () => Promise<void>;
}

/** A page in a context of its own: no cookie or cache is shared with another. */
export async function newPage(browser: Browser, options: PageOptions): Promise<WatchedPage> {
  const problems: string[] = [];
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const allowed = new Set(options.origins.map((origin) => new URL(origin).origin));
  await context.route(
    (url) => !allowed.has(url.origin) && url.protocol.startsWith('http'),
    (route) => {
      problems.push(`request off the origin: ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on('page', (page) => watch(page, problems));
  const page = await context.newPage();
  return {
    page,
    context,
    problems,
    async close() {
      await context.close();
      if (problems.length > 0) throw new Error(`The page did what it must not:\n${problems.join('\n')}`);
    },
  };
}

function watch(page: Page, problems: string[]): void {
  // A page that answers 404, 422 or 503 is as it should be, yet the browser writes its status to the console as an error.
  const documents = new Set<string>();
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) documents.add(response.url());
  });
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    const isRefusal = /content security policy|refused to/i.test(text);
    if (message.type() !== 'error' && !isRefusal) return;
    if (
      /^Failed to load resource: the server responded with a status of (?:4|503)/.test(text) &&
      documents.has(message.location().url)
    )
      return;
    problems.push(`console: ${text}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason.includes('csp') || reason === 'net::ERR_BLOCKED_BY_CSP')
      problems.push(`refused by policy: ${request.url()}`);
  });
}
