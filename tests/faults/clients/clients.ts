/** Those who use the API: each command is sent, under one key, until it is answered for good; what was answered is written down. */
import { dayInEngland, dayOf } from '../calendar.ts';
import type { Snapshot, Standing } from '../oracle.ts';
import type { Facts } from '../rules/facts.ts';
import type { PlaceRules } from '../rules/place-rules.ts';
import type { World } from '../world.ts';
import type { Command, Desk, Person, Saying, Subject } from './desk.ts';
import { type Answer, answerOf, type Caller, entriesOf, eventOf, isPassing, type Sent } from './wire.ts';
import { works } from './work.ts';

/** A view that was asked for, and how many entries of it the audit has to have. */
export interface AskedView {
  readonly requestId: string;
  readonly least: number;
  readonly most: number;
}

/** As many commands as may be without an answer before nothing new is begun. */
const MOST_OPEN = 8;

export class Clients implements Desk {
  readonly people: Person[] = [];
  readonly subjects = new Map<string, Subject>();
  readonly facts = new Map<string, Facts>();
  /** The name of each referral and case by its id. */
  readonly names = new Map<string, string>();
  /** Events that the API said it had recorded, by name: their kinds. */
  readonly history = new Map<string, string[]>();
  /** Alerts that the API said were taken up or put off, by id. */
  readonly worked = new Map<string, string[]>();
  readonly views: AskedView[] = [];
  /** How often what was done that has no history of its own. */
  readonly tallies = new Map<string, number>();
  readonly #world: World;
  readonly #rules: Map<string, PlaceRules>;
  readonly #lingering = new Map<string, Facts[]>();
  readonly #open: Command[] = [];
  readonly #works = works(this.worked);
  #numbers = 0;
  requests = 0;
  /** Commands that were carried out, as the API said. */
  answered = 0;
  /** Commands that were refused for good. */
  refused = 0;

  constructor(world: World, rules: readonly PlaceRules[]) {
    this.#world = world;
    this.#rules = new Map(rules.map((one) => [one.place, one]));
  }

  get chance(): World['chance'] {
    return this.#world.chance;
  }

  get today(): number {
    return dayInEngland(this.#world.now);
  }

  rulesOf(place: string): PlaceRules {
    const rules = this.#rules.get(place);
    if (rules === undefined) throw new Error(`there is no place ${place}`);
    return rules;
  }

  /** What is known now, and what may be so. */
  snapshot(): Snapshot {
    const standings = new Map<string, Standing>();
    const stand = (name: string, place: string, maybe: readonly Facts[]) => {
      const lingering = this.#lingering.get(name) ?? [];
      standings.set(name, { place, known: this.facts.get(name), maybe: [...maybe, ...lingering] });
    };
    for (const [name, { place }] of this.subjects) stand(name, place, []);
    const rules = new Map<string, PlaceRules[]>([...this.#rules].map(([place, one]) => [place, [one]]));
    for (const { maybe, place, isSent, rules: changed } of this.#open) {
      if (isSent && changed !== undefined) rules.get(changed.place)?.push(changed);
      for (const [name, variants] of maybe) stand(name, place, variants);
    }
    return { standings, rules };
  }

  /** Does something: goes on with what nobody has answered, or begins something new. */
  async act(): Promise<void> {
    const isFull = this.#open.length > MOST_OPEN;
    const again = this.#open.length > 0 && (isFull || this.chance.happens(0.6));
    const command = again ? this.chance.pick(this.#open) : await this.chance.weighted(this.#works)(this);
    if (command !== undefined) await this.#send(command);
  }

  /** Sends everything again that was not answered. */
  async finish(): Promise<void> {
    while (this.#open.length > 0) for (const command of [...this.#open]) await this.#send(command);
  }

  isBusy(id: string): boolean {
    return this.#open.some(({ path, busy }) => path.includes(id) || busy?.includes(id));
  }

  newName(kind: string): string {
    return `${kind}-${this.#numbers + 1}`;
  }

  idOf(name: string): string | undefined {
    return [...this.names].find(([, one]) => one === name)?.[0];
  }

  codeOf({ place, id }: Person): Promise<string> {
    return this.#world.codeOf(place, id);
  }

  meet(person: Person): void {
    this.people.push(person);
  }

  open(subject: Subject, id: string, kinds: readonly string[]): void {
    this.subjects.set(subject.name, subject);
    this.names.set(id, subject.name);
    this.history.set(subject.name, [...kinds]);
  }

  recorded(name: string, kind: string): void {
    this.history.get(name)?.push(kind);
  }

  tally(what: string): void {
    this.tallies.set(what, (this.tallies.get(what) ?? 0) + 1);
  }

  linger(name: string, facts: Facts): void {
    this.#lingering.set(name, [...(this.#lingering.get(name) ?? []), facts]);
  }

  command(saying: Saying): Command {
    this.#numbers += 1;
    const command = { ...saying, key: `key-of-the-campaign-${this.#numbers}`, maybe: new Map(), isSent: false };
    this.#open.push(command);
    return command;
  }

  read(by: Caller, path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer | undefined> {
    return this.#ask(by, 'GET', path, query);
  }

  async #send(command: Command): Promise<void> {
    const { by, method = 'POST', path, key, seenAt, bodyOf, readBack } = command;
    let { body }: { body?: unknown } = command;
    let etag = '';
    if (seenAt !== undefined) {
      const seen = await this.read(by, seenAt);
      if (seen?.status !== 200) return;
      etag = seen.etag;
      if (bodyOf !== undefined) body = bodyOf(seen);
    }
    command.isSent = true;
    for (const [name, facts] of command.makes?.(this.today) ?? []) addVariant(command.maybe, name, facts);
    const answer = await this.#ask(by, method, path, {}, { key, body, etag });
    if (isPassing(answer) || answer === undefined) return;
    let day = this.today;
    if (answer.status < 300 && readBack !== undefined) {
      const kept = await this.read(readBack.by, readBack.pathOf(answer));
      if (kept?.status !== 200) return;
      day = dayOf(kept.body.openedOn);
    }
    const at = this.#open.indexOf(command);
    if (at !== -1) this.#settle(this.#open.splice(at, 1), answer, day);
  }

  #settle([command]: readonly Command[], answer: Answer, day: number): void {
    // Said again after it was done, a change of the policy changes nothing.
    const isDone = answer.status < 300 || (command?.rules !== undefined && answer.body?.code === 'nothing-changed');
    if (command === undefined || !isDone) {
      this.refused += 1;
      return;
    }
    this.answered += 1;
    if (command.rules !== undefined) this.#rules.set(command.rules.place, command.rules);
    for (const [name, facts] of command.makes?.(day) ?? []) this.facts.set(name, facts);
    command.done(answer, day);
  }

  async #ask(
    caller: Caller,
    method: string,
    path: string,
    query: Readonly<Record<string, string>>,
    sent?: Sent,
  ): Promise<Answer | undefined> {
    this.requests += 1;
    const requestId = `request-${this.requests}`;
    const event = eventOf({ caller, method, path, query, requestId, at: this.#world.now, sent });
    const answer = await this.#world.ask(path.startsWith('/v1/family/') ? 'family-api' : 'api', event);
    const read = answer === undefined ? undefined : answerOf(answer);
    if (method === 'GET') this.views.push({ requestId, ...entriesOf(path, read) });
    return read;
  }
}

function addVariant(maybe: Map<string, Facts[]>, name: string, facts: Facts): void {
  const known = maybe.get(name) ?? [];
  const text = JSON.stringify(facts);
  if (!known.some((one) => JSON.stringify(one) === text)) maybe.set(name, [...known, facts]);
}
