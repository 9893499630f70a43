/** Those who use the API: each command is sent, under one key, until it is answered for good; what was answered is written down. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ISSUER } from '../http/api-service.ts';
import { BEN } from './audience.ts';
import { dateOf, dayInEngland } from './calendar.ts';
import type { Facts, Snapshot, Standing } from './oracle.ts';
import type { World } from './world.ts';

/** A child with what is to be said of them. */
interface Child {
  readonly id: string;
  readonly referrals: string[];
}

/** A command on its way: what is asked, and what it makes of the facts when it is carried out. */
interface Command {
  readonly key: string;
  readonly path: string;
  readonly method: 'POST' | 'PATCH';
  readonly body: Readonly<Record<string, unknown>>;
  /** What is read for the version that the command is decided on. */
  readonly seenAt: string | undefined;
  /** Name of the referral it is about; undefined for what no deadline follows from. */
  readonly referral: string | undefined;
  readonly after: Facts | undefined;
  readonly done: (answer: Answer) => void;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a client reads whatever came back
  readonly body: any;
  readonly etag: string;
}

/** A view that was asked for, and how many entries of it the audit has to have. */
export interface AskedView {
  readonly requestId: string;
  readonly least: number;
  readonly most: number;
}

export class Clients {
  readonly children: Child[] = [];
  /** The name of each referral by its id. */
  readonly names = new Map<string, string>();
  /** Events that the API said it had recorded, by referral: their kinds. */
  readonly recorded = new Map<string, string[]>();
  /** Alerts that the API said were taken up or put off, by id. */
  readonly worked = new Map<string, string[]>();
  readonly views: AskedView[] = [];
  readonly #world: World;
  readonly #facts = new Map<string, Facts>();
  readonly #paths = new Map<string, string>();
  /** The id of the last contact of a referral, for whoever recorded it in error. */
  readonly #contacts = new Map<string, string>();
  readonly #open: Command[] = [];
  #numbers = 0;
  requests = 0;
  /** Commands that were carried out, as the API said. */
  answered = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** What is known now, and what may be so. */
  snapshot(): Snapshot {
    const all = new Map<string, Standing>([...this.#facts].map(([id, known]) => [id, { known, maybe: undefined }]));
    for (const { referral, after } of this.#open)
      if (referral !== undefined) all.set(referral, { known: this.#facts.get(referral), maybe: after });
    return all;
  }

  /** Does something: goes on with what nobody has answered, or begins something new. */
  async act(): Promise<void> {
    const { chance } = this.#world;
    const open = this.#open.length > 0 && (this.#open.length > 6 || chance.happens(0.7));
    const command = open ? chance.pick(this.#open) : await this.#next();
    if (command !== undefined) await this.#send(command);
  }

  /** Sends everything again that was not answered. */
  async finish(): Promise<void> {
    while (this.#open.length > 0) for (const command of [...this.#open]) await this.#send(command);
  }

  get unanswered(): number {
    return this.#open.length;
  }

  get #today(): number {
    return dayInEngland(this.#world.now);
  }

  async #next(): Promise<Command | undefined> {
    const { chance } = this.#world;
    const what = chance.weighted([
      ['child', 3],
      ['told', 4],
      ['accepted', 2],
      ['contact', 2],
      ['error', 1],
      ['renamed', 1],
      ['alert', 4],
    ] as const);
    if (what === 'child') return this.#newChild();
    if (what === 'alert') return this.#onAlert();
    if (what === 'renamed') return this.#renamed();
    return this.#event(what);
  }

  #newChild(): Command {
    const { chance } = this.#world;
    const young = this.children.find(({ referrals }) => referrals.length === 0);
    if (young === undefined || this.#isBusy(young.id)) {
      const name = `Child ${this.#numbers}`;
      const body = {
        familyName: name,
        givenName: 'Sample',
        birthDate: dateOf(this.#today - chance.whole(1_100, 3_000)),
      };
      return this.#command({
        path: '/v1/people',
        body,
        done: ({ body: made }) => void this.children.push({ id: made.id, referrals: [] }),
      });
    }
    const queue = chance.pick(['SALT', 'OT'] as const);
    // Most come today; some from a list on which they have waited for long.
    const waited = chance.happens(0.4) ? 0 : chance.whole(60, 480);
    const received = this.#today - waited;
    const accepted = waited > 0 || chance.happens(0.3);
    const facts = { source: 'gp', tier: 'routine', ...(accepted ? { alreadyAccepted: true } : {}) };
    const after: Facts = { queue, received, accepted, contacts: 0, familyContacts: [] };
    const path = `/v1/people/${young.id}/referrals`;
    // Until the service says its id it goes by a name of its own; so it does for the oracle.
    const name = `referral-${this.#numbers + 1}`;
    const done = ({ body }: Answer) => {
      young.referrals.push(body.id);
      this.names.set(body.id, name);
      this.#paths.set(name, `${path}/${body.id}`);
      this.#facts.set(name, after);
      this.recorded.set(body.id, ['received']);
    };
    return this.#command({ path, body: { queue, on: dateOf(received), facts }, referral: name, after, done });
  }

  #event(what: 'told' | 'accepted' | 'contact' | 'error'): Command | undefined {
    const { chance } = this.#world;
    const fits = ([name, { accepted, contacts }]: readonly [string, Facts]) => {
      if (this.#isBusy(this.#paths.get(name) ?? '')) return false;
      if (what === 'accepted') return !accepted;
      if (what === 'contact') return accepted && contacts === 0;
      return what === 'told' || (contacts > 0 && this.#contacts.has(name));
    };
    const fitting = [...this.#facts].filter(fits);
    if (fitting.length === 0) return undefined;
    const [name, facts] = chance.pick(fitting);
    const day = this.#today;
    const contact = this.#contacts.get(name);
    const [said, after]: readonly [Readonly<Record<string, unknown>>, Facts] =
      what === 'told'
        ? [
            { kind: 'family-contacted', purpose: 'validation' },
            { ...facts, familyContacts: [...facts.familyContacts, day] },
          ]
        : what === 'accepted'
          ? [{ kind: 'triage-accepted' }, { ...facts, accepted: true }]
          : what === 'contact'
            ? [
                { kind: 'contact', mechanism: 'video' },
                { ...facts, contacts: facts.contacts + 1 },
              ]
            : [
                { kind: 'recorded-in-error', eventId: contact, reason: 'It was another child' },
                { ...facts, contacts: facts.contacts - 1 },
              ];
    const seenAt = this.#paths.get(name) ?? '';
    const done = ({ body }: Answer) => {
      this.#facts.set(name, after);
      this.recorded.get(body.id)?.push(String(said['kind']));
      if (what === 'contact') this.#contacts.set(name, body.history.at(-1).id);
      if (what === 'error') this.#contacts.delete(name);
    };
    return this.#command({
      path: `${seenAt}/events`,
      seenAt,
      body: { facts: said, on: dateOf(day) },
      referral: name,
      after,
      done,
    });
  }

  #renamed(): Command | undefined {
    if (this.children.length === 0) return undefined;
    const { id } = this.#world.chance.pick(this.children);
    const path = `/v1/people/${id}`;
    const body = { familyName: `Renamed ${this.#numbers}` };
    return this.#command({ method: 'PATCH', path, seenAt: path, body, done: () => undefined });
  }

  async #onAlert(): Promise<Command | undefined> {
    const { chance } = this.#world;
    const listed = await this.#ask('GET', '/v1/alerts', { limit: '100' });
    const alerts: readonly { id: string }[] = listed?.status === 200 ? listed.body.alerts : [];
    if (alerts.length === 0) return undefined;
    const { id } = chance.pick(alerts);
    const seenAt = `/v1/alerts/${id}`;
    const [verb, body] = chance.happens(0.6)
      ? (['acknowledge', {}] as const)
      : (['snooze', { until: dateOf(this.#today + chance.whole(1, 20)), reason: 'Booked' }] as const);
    const done = () => void this.worked.set(id, [...(this.worked.get(id) ?? []), verb]);
    return this.#command({ path: `${seenAt}/${verb}`, seenAt, body, done });
  }

  #command(said: Pick<Command, 'path' | 'body' | 'done'> & Partial<Command>): Command {
    this.#numbers += 1;
    const rest = { method: 'POST', seenAt: undefined, referral: undefined, after: undefined } as const;
    const command: Command = { ...rest, ...said, key: `key-of-the-campaign-${this.#numbers}` };
    this.#open.push(command);
    return command;
  }

  /** Whether something about a referral or a child is on its way. */
  #isBusy(id: string): boolean {
    return this.#open.some(({ path }) => path.includes(id));
  }

  async #send(command: Command): Promise<void> {
    const { method, path, key, body, seenAt } = command;
    let etag = '';
    if (seenAt !== undefined) {
      const seen = await this.#ask('GET', seenAt, {});
      if (seen?.status !== 200) return;
      etag = seen.etag;
    }
    const answer = await this.#ask(method, path, {}, { key, body, etag });
    // Nobody knows, or not now, or somebody was first: it is sent again under the same key.
    if (answer === undefined || answer.status >= 500 || ([409, 412, 429].includes(answer.status) && isPassing(answer)))
      return;
    const at = this.#open.indexOf(command);
    if (at === -1) return;
    this.#open.splice(at, 1);
    if (answer.status >= 300) return;
    this.answered += 1;
    command.done(answer);
  }

  async #ask(
    method: string,
    path: string,
    query: Readonly<Record<string, string>>,
    sent?: { readonly key: string; readonly body: unknown; readonly etag: string },
  ): Promise<Answer | undefined> {
    this.requests += 1;
    const requestId = `request-${this.requests}`;
    const event = eventOf({ method, path, query, requestId, at: this.#world.now, sent });
    const answer = await this.#world.ask(event);
    const read = answer === undefined ? undefined : answerOf(answer);
    if (method === 'GET') this.views.push({ requestId, ...entriesOf(read) });
    return read;
  }
}

/** A view of one person has one entry, one of a list an entry for each queue of whom it shows, and what was not given perhaps. */
function entriesOf(answer: Answer | undefined): Pick<AskedView, 'least' | 'most'> {
  if (answer?.status !== 200) return { least: 0, most: 2 };
  const shown: readonly { readonly queue: string }[] | undefined = answer.body.alerts;
  const entries = shown === undefined ? 1 : new Set(shown.map(({ queue }) => queue)).size;
  return { least: entries, most: entries };
}

/** Refused for what passes: somebody changed the record meanwhile. */
function isPassing({ status, body }: Answer): boolean {
  return status === 412 || status === 429 || ['changed-since', 'record-busy'].includes(body?.code);
}

function answerOf({ statusCode = 0, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2): Answer {
  return { status: statusCode, etag: String(headers['etag'] ?? ''), body: body === '' ? undefined : JSON.parse(body) };
}

interface Said {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly at: number;
  readonly sent: { readonly key: string; readonly body: unknown; readonly etag: string } | undefined;
}

function eventOf({ method, path, query, requestId, at, sent }: Said): APIGatewayProxyEventV2 {
  const event = {
    version: '2.0',
    routeKey: 'ANY /v1/{proxy+}',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    pathParameters: { proxy: path.replace(/^\/v1\//, '') },
    headers:
      sent === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'idempotency-key': sent.key,
            ...(sent.etag && { 'if-match': sent.etag }),
          },
    requestContext: {
      requestId,
      timeEpoch: at,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'campaign' },
      authorizer: { jwt: { claims: { iss: ISSUER, sub: BEN.subject, token_use: 'access' }, scopes: [] } },
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent.body) }),
    isBase64Encoded: false,
  };
  return event as unknown as APIGatewayProxyEventV2;
}
