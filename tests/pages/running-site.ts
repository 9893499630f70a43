/** The pages in a test: the real site over a real engine, asked directly or by a browser, with staff who are signed in. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Browser } from 'playwright-core';
import { authorize } from '../../functions/authorize-session/authorize.ts';
import { familyRoutes } from '../../functions/family-web/routes.ts';
import { routes as figureRoutes } from '../../functions/indicators-web/routes.ts';
import { routes } from '../../functions/web/routes.ts';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../shared/adapters/crypto/ids.ts';
import { randomText } from '../../shared/adapters/crypto/random-text.ts';
import { boardPapersInTable } from '../../shared/adapters/dynamodb/board-papers.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { familyDeps } from '../../shared/adapters/family-deps.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { BoardDeps } from '../../shared/application/board/board-deps.ts';
import { signInFamily } from '../../shared/application/family/family-session.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import type { Membership, Role } from '../../shared/domain/staff/staff.ts';
import { createAssets } from '../../shared/http/assets/assets.ts';
import { buildAssets } from '../../shared/http/assets/build.ts';
import { createFamilySite } from '../../shared/http/family/family-site.ts';
import type { FamilySiteDeps } from '../../shared/http/family/family-visit.ts';
import { byVouched, type FiguresWorld } from '../../shared/http/page/by-vouched.ts';
import { FAMILY_SESSION_COOKIE, SESSION_COOKIE, setCookie } from '../../shared/http/page/cookie.ts';
import type { PageRoute } from '../../shared/http/page/page-route.ts';
import { createSite, createSiteOf } from '../../shared/http/page/site.ts';
import type { SiteDeps } from '../../shared/http/page/visit.ts';
import { ofTheSite } from '../browser/checked-pages.ts';
import { newPage, type PageOptions, type WatchedPage } from '../browser/watched-page.ts';
import { type Engine, openEngine } from '../contract/engine.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};
const ISSUER = 'https://issuer.example';

/** The day it is for the site unless a test says otherwise. */
export const SITE_TODAY = '2026-11-02';
/** Sets the session's cookie as the real sign-in does. */
const SIGN_IN_FOR_TEST = '/sign-in-for-test/';
const EVERY_SERVICE = ['salt', 'ot', 'asd', 'adhd'];

/** Somebody who is signed in and has chosen their role. */
export interface SignedIn {
  readonly staffId: string;
  readonly secret: string;
  readonly formToken: string;
  /** Somebody of a family, signed in to their pages. */
  readonly isFamily?: true;
  /** What their browser holds besides the session: `name=value`. */
  readonly cookies?: readonly string[];
}

export interface PageReceived {
  readonly status: number;
  readonly location: string | undefined;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a form sends: one value for a field, or several. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What the site says of itself where it writes an address in full. */
export const SITE_URL = 'https://waits.example';

export class RunningSite {
  readonly deps: SiteDeps;
  readonly family: FamilySiteDeps;
  readonly figures: BoardDeps;
  readonly routes: readonly PageRoute[] = routes;
  /** What went wrong that no rule foresaw: every test ends with none. */
  readonly faults: unknown[] = [];
  /** Every address that was asked for, with its query: where nothing of a person may stand. */
  readonly addresses: string[] = [];
  /** `YYYY-MM-DD`. */
  today = SITE_TODAY;
  origin = '';
  readonly engine: Engine;
  readonly #site: ReturnType<typeof createSite>;
  readonly #familySite: ReturnType<typeof createFamilySite>;
  readonly #figuresSite: ReturnType<typeof createSiteOf<FiguresWorld>>;
  #server: Server | undefined;
  #requests = 0;

  private constructor(engine: Engine, assets: ReturnType<typeof createAssets>) {
    this.engine = engine;
    const { recordsTable, indicatorsTable, auditTable, client } = engine;
    const notAsked = () => Promise.reject(new Error('Nobody signs in through the provider in these tests'));
    this.deps = {
      ...serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client),
      identity: { begin: notAsked, complete: notAsked, endUrl: notAsked, loggedOut: notAsked },
      randomText,
    };
    const { identity } = this.deps;
    this.family = {
      ...familyDeps({ stage: 'test', recordsTable, indicatorsTable, auditTable }, SECRETS, client),
      identity,
      publicUrl: SITE_URL,
      randomText,
    };
    const indicators = new TableAccess(client, indicatorsTable);
    this.figures = {
      figures: publishedFiguresInTable(indicators),
      board: boardPapersInTable(indicators),
      ids: openIds,
      hash: sha256,
    };
    const onFault = (fault: unknown) => this.faults.push(fault);
    this.#site = createSite({ routes, assets, onFault });
    this.#familySite = createFamilySite({ routes: familyRoutes, assets, onFault });
    this.#figuresSite = createSiteOf({ routes: figureRoutes, assets, onFault }, byVouched);
  }

  static async open(): Promise<RunningSite> {
    const [engine, assets] = await Promise.all([openEngine(), buildAssets()]);
    const site = new RunningSite(engine, createAssets(assets));
    await site.#listen();
    return site;
  }

  /** @throws {Error} naming every fault that no rule foresaw, if there was one. */
  foresawEverything(): void {
    if (this.faults.length > 0)
      throw new AggregateError(this.faults, `A page failed: ${this.faults.map(String).join('; ')}`);
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server !== undefined) {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    }
    await this.engine.close();
  }

  /** Somebody new in a role, signed in. */
  async signIn(
    role: Role,
    { place = 'liverpool', services = EVERY_SERVICE }: { place?: string; services?: readonly string[] } = {},
  ): Promise<SignedIn> {
    const staffId = this.deps.ids.fresh();
    const membership: Membership = { place, role, services: [...services] };
    const identity = { issuer: ISSUER, subject: `subject-${staffId}` };
    const staff = { id: staffId, version: 1, name: 'Robin Somebody', active: true, memberships: [membership] };
    await this.deps.staff.save(identity, staff);
    const secret = randomText();
    const formToken = randomText();
    const now = parseInstant(`${this.today}T09:00:00Z`);
    await this.deps.sessions.keep({
      idHash: this.deps.hash(secret),
      staffId,
      provider: { ...identity, session: null, idToken: 'token' },
      acting: { place, role },
      formToken,
      signedInAt: now,
      seenAt: now,
    });
    return { staffId, secret, formToken };
  }

  /** Somebody of a family, signed in; the same subject is the same person. */
  async signInFamily(subject: string): Promise<SignedIn> {
    const who = { identity: { issuer: ISSUER, subject }, session: null, idToken: 'token' };
    const now = parseInstant(`${this.today}T09:00:00Z`);
    const { session, secret } = await signInFamily(this.family, who, now, randomText);
    return { staffId: session.staffId, secret, formToken: session.formToken, isFamily: true };
  }

  get(who: SignedIn | null, path: string): Promise<PageReceived> {
    return this.#ask(who, 'GET', path, undefined);
  }

  /** A form of ours: its token is sent along. */
  post(who: SignedIn, path: string, fields: Fields): Promise<PageReceived> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ csrf: who.formToken, ...fields }))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    return this.#ask(who, 'POST', path, body.toString());
  }

  /** A page of a browser in which somebody is signed in. */
  async browse(browser: Browser, who: SignedIn, options: Omit<PageOptions, 'origins'> = {}): Promise<WatchedPage> {
    const watched = await newPage(browser, { origins: [this.origin], ...options });
    // Through an answer: the browser's own door for setting cookies takes none with this prefix for a loopback address.
    await watched.page.goto(this.signInAddress(who));
    return watched;
  }

  /** Where a browser becomes somebody who is signed in. */
  signInAddress({ secret, isFamily }: SignedIn): string {
    return `${this.origin}${SIGN_IN_FOR_TEST}${secret}${isFamily ? '?family' : ''}`;
  }

  async #ask(who: SignedIn | null, method: string, path: string, body: string | undefined): Promise<PageReceived> {
    const headers: Record<string, string> = {
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const cookies = who === null ? [] : [`${cookieOf(who)}=${who.secret}`, ...(who.cookies ?? [])];
    const answer = await this.#answer(method, new URL(path, 'https://site.example'), headers, cookies, body);
    const plain = Object.fromEntries(
      Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return { status: answer.statusCode ?? 200, location: plain['location'], html: answer.body ?? '', headers: plain };
  }

  #answer(
    method: string,
    url: URL,
    headers: Readonly<Record<string, string>>,
    cookies: readonly string[],
    body: string | Buffer | undefined,
  ): Promise<APIGatewayProxyStructuredResultV2> {
    this.#requests += 1;
    this.addresses.push(`${url.pathname}${url.search}`);
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers,
      cookies,
      requestContext: {
        requestId: `request-${this.#requests}`,
        timeEpoch: Date.parse(`${this.today}T09:00:01.000Z`) + this.#requests,
        http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
      ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
    };
    const asked = event as unknown as APIGatewayProxyEventV2;
    if (/^\/indicators(\/|$)/.test(url.pathname)) return this.#answerFigures(asked);
    return /^\/family(\/|$)/.test(url.pathname)
      ? this.#familySite(asked, async () => this.family)
      : this.#site(asked, async () => this.deps);
  }

  /** As the gateway does: the authorizing function says who asks, and the site behind takes its word. */
  async #answerFigures(asked: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
    const tokens = { holder: async () => undefined };
    const { context } = await authorize(asked as unknown as Parameters<typeof authorize>[0], { ...this.deps, tokens });
    const requestContext = { ...asked.requestContext, authorizer: { lambda: context } };
    return this.#figuresSite(
      { ...asked, requestContext } as unknown as APIGatewayProxyEventV2,
      async () => this.figures,
    );
  }

  async #listen(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#serve(request, response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    ofTheSite(this.origin);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
    );
    const cookies = (request.headers.cookie ?? '').split('; ').filter((cookie) => cookie !== '');
    const url = new URL(request.url ?? '/', this.origin);
    if (url.pathname.startsWith(SIGN_IN_FOR_TEST)) {
      const name = url.search === '?family' ? FAMILY_SESSION_COOKIE : SESSION_COOKIE;
      const cookie = setCookie(name, url.pathname.slice(SIGN_IN_FOR_TEST.length));
      response.writeHead(200, { 'set-cookie': cookie, 'content-type': 'text/html' });
      response.end('<!DOCTYPE html><link rel="icon" href="data:,"><title>Signed in</title>');
      return;
    }
    const answer = await this.#answer(request.method ?? 'GET', url, headers, cookies, await bodyOf(request));
    response.writeHead(answer.statusCode ?? 200, {
      ...(answer.headers as Record<string, string>),
      ...(answer.cookies === undefined ? {} : { 'set-cookie': answer.cookies }),
    });
    response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'));
  }
}

function cookieOf({ isFamily }: Pick<SignedIn, 'isFamily'>): string {
  return isFamily ? FAMILY_SESSION_COOKIE : SESSION_COOKIE;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : Buffer.concat(chunks);
}
