/** The real site over the real repositories and an engine in memory, with an invented place on its lists. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../../functions/web/routes.ts';
import { inventHistory, tempers } from '../../../infra/local/seed/histories.ts';
import { inventedReferral } from '../../../infra/local/seed/invented-referral.ts';
import { inventPerson } from '../../../infra/local/seed/people.ts';
import { chanceOf } from '../../../infra/local/seed/random.ts';
import { randomText } from '../../../shared/adapters/crypto/random-text.ts';
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import type { IdentityProvider } from '../../../shared/application/ports/identity-provider.ts';
import { queueEntryOf } from '../../../shared/application/queue/queue-entry.ts';
import { ageOn } from '../../../shared/domain/calendar/age.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { unavailable } from '../../../shared/domain/error.ts';
import type { Person, PersonDetails } from '../../../shared/domain/person/person.ts';
import { newPerson } from '../../../shared/domain/person/record-person.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Membership } from '../../../shared/domain/staff/staff.ts';
import { type Assets, createAssets } from '../../../shared/http/assets/assets.ts';
import { buildAssets } from '../../../shared/http/assets/build.ts';
import { createSite } from '../../../shared/http/page/site.ts';
import type { SiteDeps } from '../../../shared/http/page/visit.ts';
import { ofTheSite } from '../../browser/checked-pages.ts';
import { type Engine, openEngine } from '../../contract/engine.ts';

export const TODAY = localDate('2026-11-04');
/** Of every request: half past ten in the morning. */
export const NOW = parseInstant(`${TODAY}T10:32:00Z`);
export const EVERY_SERVICE = ['salt', 'ot', 'asd', 'adhd'];

const ISSUER = 'https://issuer.example';
const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough',
  sessionKey: 'another key, for cookies',
  familyKey: 'a third key',
};

/** Somebody signed in. */
export interface Visitor {
  readonly id: string;
  readonly cookie: string;
  readonly formToken: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type Fields = readonly (readonly [string, string])[];

export class ListSite {
  readonly engine: Engine;
  /** What the pages reach the world through; a test may put a part of it out of reach. */
  deps: SiteDeps;
  readonly assets: Assets;
  /** What went wrong unforeseen. */
  readonly faults: unknown[] = [];
  readonly #site: ReturnType<typeof createSite>;
  #requests = 0;

  private constructor(engine: Engine, assets: Assets) {
    this.engine = engine;
    this.assets = assets;
    const { recordsTable, auditTable, client } = engine;
    this.deps = {
      ...serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client),
      identity: nobodySignsInHere,
      randomText,
    };
    this.#site = createSite({ routes, assets, onFault: (fault) => this.faults.push(fault) });
  }

  static async open(): Promise<ListSite> {
    const [engine, built] = await Promise.all([openEngine(), buildAssets()]);
    return new ListSite(engine, createAssets(built));
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  /** @throws the first fault that no page foresaw */
  throwFaults(): void {
    if (this.faults.length > 0) throw this.faults[0];
  }

  /** Signs somebody in who holds these memberships and acts in the first. */
  async visitor(name: string, memberships: readonly Membership[]): Promise<Visitor> {
    const id = this.deps.ids.fresh();
    const identity = { issuer: ISSUER, subject: `subject-${id}` };
    await this.deps.staff.save(identity, { id, version: 1, name, active: true, memberships: [...memberships] });
    const [secret, formToken] = [randomText(), randomText()];
    const [first] = memberships;
    await this.deps.sessions.keep({
      idHash: this.deps.hash(secret),
      staffId: id,
      provider: { ...identity, session: null, idToken: 'token' },
      acting: first === undefined ? null : { place: first.place, role: first.role },
      formToken,
      signedInAt: NOW,
      seenAt: NOW,
    });
    return { id, cookie: `__Host-session=${secret}`, formToken };
  }

  clinician(services: readonly string[] = EVERY_SERVICE, name = 'Priya Nair'): Promise<Visitor> {
    return this.visitor(name, [{ place: 'liverpool', role: 'clinician', services: [...services] }]);
  }

  get(visitor: Visitor, address: string): Promise<Answer> {
    return this.ask(visitor.cookie, 'GET', address);
  }

  /** Sends a form of the visitor's own. */
  post(visitor: Visitor, address: string, fields: Fields): Promise<Answer> {
    const body = new URLSearchParams([['csrf', visitor.formToken], ...fields] as [string, string][]).toString();
    return this.ask(visitor.cookie, 'POST', address, body);
  }

  async ask(cookie: string, method: string, address: string, body?: string, accept?: string): Promise<Answer> {
    const answer = await this.answer(cookie, method, address, body, accept);
    const headers = Object.fromEntries(Object.entries(answer.headers ?? {}).map(([n, v]) => [n, String(v)]));
    return { status: answer.statusCode ?? 200, headers, text: answer.body ?? '' };
  }

  answer(
    cookie: string,
    method: string,
    address: string,
    body?: string,
    accept?: string,
  ): Promise<APIGatewayProxyStructuredResultV2> {
    this.#requests += 1;
    const [rawPath = '/', rawQueryString = ''] = address.split('?');
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      cookies: [cookie],
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...(accept === undefined ? {} : { 'accept-encoding': accept }),
      },
      requestContext: {
        requestId: `request-${this.#requests}`,
        timeEpoch: Date.parse(NOW),
        http: { method, path: rawPath },
      },
      ...(body === undefined ? {} : { body }),
      isBase64Encoded: false,
    };
    return this.#site(event as unknown as APIGatewayProxyEventV2, async () => this.deps);
  }

  /** Serves the site on this machine to a browser that is signed in as the visitor. */
  async serve(visitor: Visitor): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
    const server = createServer((request, response) => {
      void this.#pass(visitor, request, response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    ofTheSite(origin);
    return {
      origin,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }

  /** One request of a browser to the site, and the site's answer to the browser. */
  async #pass(visitor: Visitor, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = request.method === 'POST' ? Buffer.concat(chunks).toString('utf8') : undefined;
    const encoding = request.headers['accept-encoding']?.toString();
    const answer = await this.answer(visitor.cookie, request.method ?? 'GET', request.url ?? '/', body, encoding);
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
    response.writeHead(answer.statusCode ?? 200, Object.fromEntries(headers));
    response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'));
  }

  /** Puts somebody on record; whatever is not said about them is as plain as can be. */
  async person(details: Partial<PersonDetails>, serial: number): Promise<Person> {
    const id = this.deps.ids.derived('person', String(serial));
    const all: PersonDetails = { ...plain, localId: `T${serial}`, ...details };
    const person = newPerson(
      { id, place: 'liverpool', details: all, possibleDuplicateOf: [] },
      {
        eventId: this.deps.ids.derived('person-event', id),
        recordedAt: NOW,
        by: { actor: id, role: 'administrator' },
        hash: this.deps.hash,
      },
      TODAY,
    );
    await this.deps.people.create(person);
    return person;
  }

  /** Puts a person into a queue with a history. */
  async refer(person: Person, queue: string, history: Parameters<typeof inventedReferral>[0]): Promise<string> {
    const { ids, hash } = this.deps;
    const referral = inventedReferral(history, {
      policy: liverpool,
      queue,
      person,
      administrator: person.id,
      clinician: person.id,
      derived: (...parts) => ids.derived(...parts),
      hash,
    });
    await this.deps.referrals.create(referral, queueEntryOf(referral, person, liverpool, TODAY));
    return referral.id;
  }

  /** Invents a place's people and what happened to them: the same at every run. @param referrals for each queue. */
  async invent(referrals: Readonly<Record<string, number>>): Promise<void> {
    const chance = chanceOf(7);
    let serial = 0;
    const tasks: (() => Promise<unknown>)[] = [];
    for (const temper of tempers) {
      for (let n = 0; n < (referrals[temper.code] ?? 0); n += 1) {
        serial += 1;
        const at = serial;
        const details = inventPerson(chance, at, chance.weighted(temper.ages), TODAY, home);
        const history = inventHistory(chance, temper, TODAY, ageOn(details.birthDate, TODAY) < 16);
        if ((history[0]?.on ?? '') <= details.birthDate) continue;
        tasks.push(async () => this.refer(await this.person(details, at), temper.code, history));
      }
    }
    const waiting = tasks.values();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const task of waiting) await task();
      }),
    );
  }
}

const home = { districts: ['L1', 'L8', 'L17'], practices: ['N82001', 'N82033'] };

const plain: PersonDetails = {
  nhsNumber: null,
  nhsNumberStatus: '03',
  noNhsNumberReason: 'not-known',
  localId: null,
  givenName: 'Jo',
  familyName: 'Smith',
  birthDate: localDate('2019-05-02'),
  diedOn: null,
  postcode: null,
  ethnicCategory: 'Z',
  gpPractice: null,
  interpreterLanguage: null,
  reasonableAdjustments: [],
  communicationNeeds: [],
  flags: [],
};

const refuse = () => Promise.reject(unavailable('no-identity-provider', 'Nobody can sign in here'));
/** These tests begin signed in: the way there has tests of its own. */
const nobodySignsInHere: IdentityProvider = { begin: refuse, complete: refuse, endUrl: refuse, loggedOut: refuse };
