/**
 * A campaign: days go by, people use the service, its functions run, and everything that can go wrong on the way goes wrong.
 * Then the weather clears, what waits is done, and the judge looks. The same seed gives the same campaign.
 */

import { DAY_MILLISECONDS, dateOf, dayInEngland, dayOf } from './calendar.ts';
import { Clients } from './clients/clients.ts';
import type { Called } from './instance.ts';
import { judge, type Verdict } from './judge/judge.ts';
import { type Doom, PROCESS_FUNCTIONS, type ProcessFunction } from './killed-process.ts';
import { Oracle } from './oracle.ts';
import { firstRules } from './policies.ts';
import { type Sabotage, World } from './world.ts';

export interface CampaignSettings {
  readonly seed: number;
  /** How many things happen at least: requests, records and events delivered, runs of schedules. */
  readonly events: number;
  /** How many real processes are killed besides; what they do at once falls as the machine has it, and no seed knows. None if left out. */
  readonly processes?: number;
  readonly sabotage?: Sabotage;
  /** Told of every day that has gone by. */
  readonly onDay?: (day: string, events: number) => void;
}

export interface CampaignReport extends Verdict {
  /** What happened, by its kind. */
  readonly events: Readonly<Record<string, number>>;
  readonly total: number;
  readonly days: number;
  /** What went wrong on purpose, by its kind. */
  readonly faults: Readonly<Record<string, number>>;
}

const START = dayOf('2026-01-05');
/** Deliveries that may wait until the next day. */
const MOST_LATE = 120;
/** Deliveries in calm weather after which what has not become less is given up. */
const MOST_TRIES = 300;

export async function runCampaign(settings: CampaignSettings): Promise<CampaignReport> {
  const world = await World.open(settings.seed, START * DAY_MILLISECONDS, settings.sabotage);
  try {
    return await new Campaign(world, settings).run();
  } finally {
    await world.close();
  }
}

class Campaign {
  readonly #world: World;
  readonly #settings: CampaignSettings;
  readonly #clients: Clients;
  readonly #oracle = new Oracle();
  readonly #events = new Map<string, number>();
  readonly #shifts = new Map<string, number>();
  #day = START;
  #lastWatched = START;
  /** Milliseconds by which every clock is set wrong at the moment. */
  #shift = 0;

  constructor(world: World, settings: CampaignSettings) {
    this.#world = world;
    this.#settings = settings;
    this.#clients = new Clients(world, firstRules);
  }

  async run(): Promise<CampaignReport> {
    while (this.#total < this.#settings.events) {
      await this.#oneDay();
      this.#settings.onDay?.(dateOf(this.#day), this.#total);
      this.#day += 1;
    }
    await this.#killProcesses(this.#settings.processes ?? 0);
    const left = await this.#clearUp();
    const isClosed = await this.#closeAudit();
    const verdict = await judge(this.#world, this.#clients, this.#oracle, this.#lastWatched);
    const calls = [...this.#world.calls].filter(([name]) => !name.endsWith('answered'));
    const faults = {
      ...Object.fromEntries(this.#world.weather.counts),
      ...Object.fromEntries([...this.#shifts, ...calls]),
    };
    const differences = [
      ...(isClosed ? [] : ['the nightly closing of the audit found it broken']),
      ...(left === 0 ? [] : [`${left} deliveries were never taken`]),
      ...verdict.differences,
    ];
    return {
      ...verdict,
      differences,
      events: Object.fromEntries(this.#events),
      total: this.#total,
      days: this.#day - START,
      faults,
    };
  }

  get #total(): number {
    let total = 0;
    for (const count of this.#events.values()) total += count;
    return total;
  }

  #count(kind: string, times = 1): void {
    this.#events.set(kind, (this.#events.get(kind) ?? 0) + times);
  }

  /** A day from five in the morning to ten at night. */
  async #oneDay(): Promise<void> {
    const { chance } = this.#world;
    const happenings: (() => Promise<void>)[] = [];
    for (let left = chance.whole(6, 12); left > 0; left -= 1) happenings.push(() => this.#act());
    for (let left = chance.whole(3, 6); left > 0; left -= 1) happenings.push(() => this.#send());
    // A missed day, a usual one, a doubled one, and one that somebody starts again and again.
    const watches = chance.weighted([
      [0, 1],
      [1, 6],
      [2, 2],
      [3, 1],
    ] as const);
    for (let left = watches; left > 0; left -= 1) happenings.push(() => this.#watch());
    shuffle(happenings, (most) => chance.whole(0, most));
    const step = (17 * 3_600_000) / (happenings.length + 1);
    let at = 5 * 3_600_000;
    while (happenings.length > 0) {
      at += step;
      this.#setClock(at);
      // Some things fall together.
      const together = happenings.splice(0, chance.happens(0.2) ? 2 : 1).map((happen) => happen());
      if (chance.happens(0.3)) together.push(this.#deliver());
      await Promise.all(together);
      while (chance.happens(0.7) && this.#waiting > 0) await this.#deliver();
    }
    while (this.#waiting > MOST_LATE) await this.#deliver();
    if (chance.happens(1 / 50)) await this.#closeDays();
  }

  get #waiting(): number {
    const { stream, queue, outside } = this.#world;
    return stream.pending + queue.pending + outside.receipts.pending;
  }

  /** Now and then every clock is a day behind, or ahead, for a while. */
  #setClock(at: number): void {
    const { chance } = this.#world;
    if (this.#shift !== 0 && chance.happens(0.4)) this.#shift = 0;
    else if (this.#shift === 0 && chance.happens(0.02)) {
      this.#shift = chance.pick([-1, 1]) * DAY_MILLISECONDS;
      const name = this.#shift < 0 ? 'clock set back a day' : 'clock set forward a day';
      this.#shifts.set(name, (this.#shifts.get(name) ?? 0) + 1);
    }
    this.#world.now = this.#day * DAY_MILLISECONDS + Math.floor(at) + this.#shift;
  }

  async #act(): Promise<void> {
    const before = this.#clients.requests;
    await this.#clients.act();
    this.#count('requests to the API', this.#clients.requests - before);
  }

  /** A run of the watch, tried again twice when it does not come to its end, as the platform does. */
  async #watch(): Promise<void> {
    const day = dayInEngland(this.#world.now);
    for (let tries = 0; tries < 3; tries += 1) if (await this.#watchOnce(day)) return;
  }

  async #watchOnce(day: number): Promise<boolean> {
    const before = this.#clients.snapshot();
    const { ended } = await this.#world.call('watch-deadlines', { time: `${dateOf(day)}T06:00:00Z` });
    this.#count('runs of the watch');
    this.#oracle.watched(day, ended === 'answered', before, this.#clients.snapshot());
    if (ended === 'answered') this.#lastWatched = Math.max(this.#lastWatched, day);
    return ended === 'answered';
  }

  async #send(): Promise<void> {
    const time = new Date(Math.floor(this.#world.now / 60_000) * 60_000).toISOString();
    await this.#world.call('send-messages', { time });
    this.#count('runs of the sending');
  }

  /** Something that waits comes to its function, or is lost on the way and comes again. */
  async #deliver(): Promise<void> {
    const { stream, queue, outside, chance, weather } = this.#world;
    const sources = [
      { name: 'publish-changes', from: stream },
      { name: 'notify', from: queue },
      { name: 'record-email-receipts', from: outside.receipts },
    ] as const;
    const waiting = sources.filter(({ from }) => from.pending > 0);
    if (waiting.length === 0) return;
    const { name, from } = chance.happens(0.6) ? (waiting[0] ?? sources[0]) : chance.pick(waiting);
    const batch = from.batch(chance, weather.calm);
    this.#count(DELIVERED[name], batch.records.length);
    if (!weather.calm && chance.happens(0.03)) {
      this.#shifts.set('deliveries lost', (this.#shifts.get('deliveries lost') ?? 0) + 1);
      return batch.settle('all');
    }
    batch.settle(failuresOf(await this.#world.call(name, { Records: batch.records })));
  }

  /** Each function in turn in a process of its own, killed at another of its steps. */
  async #killProcesses(count: number): Promise<void> {
    const { chance, stream, queue, outside } = this.#world;
    for (let at = 0; at < count; at += 1) {
      this.#setClock(12 * 3_600_000);
      const name = PROCESS_FUNCTIONS[at % PROCESS_FUNCTIONS.length] ?? 'api';
      const doom = { step: chance.whole(1, STEPS[name] ?? 14), isDone: chance.happens(0.5) };
      if (name === 'publish-changes') {
        await this.#act();
        await this.#killDelivery(name, stream.batch(chance, true), doom);
      } else if (name === 'notify') {
        while (queue.pending === 0 && stream.pending > 0) await this.#deliver();
        await this.#killDelivery(name, queue.batch(chance, true), doom);
      } else if (name === 'record-email-receipts') {
        for (let tries = 0; outside.receipts.pending === 0 && tries < 20; tries += 1) await this.#send();
        await this.#killDelivery(name, outside.receipts.batch(chance, true), doom);
      } else if (name === 'watch-deadlines') {
        this.#day += 1;
        const before = this.#clients.snapshot();
        const called = await this.#world.callDoomed(name, { time: `${dateOf(this.#day)}T06:00:00Z` }, doom);
        this.#count('runs of the watch');
        this.#oracle.watched(this.#day, called.ended === 'answered', before, before);
        if (called.ended === 'answered') this.#lastWatched = Math.max(this.#lastWatched, this.#day);
      } else if (name === 'send-messages') {
        await this.#world.callDoomed(name, { time: new Date(this.#world.now).toISOString() }, doom);
        this.#count('runs of the sending');
      } else if (name === 'keep-audit-heads') {
        await this.#world.callDoomed(name, this.#nightBefore(), doom);
        this.#count('closings of the audit');
      } else {
        this.#world.doom(doom);
        for (let tries = 0; this.#world.isDoomed && tries < 20; tries += 1) await this.#act();
      }
    }
  }

  async #killDelivery(name: keyof typeof DELIVERED, batch: Deliverable, doom: Doom): Promise<void> {
    if (batch.records.length === 0) return;
    this.#count(DELIVERED[name], batch.records.length);
    batch.settle(failuresOf(await this.#world.callDoomed(name, { Records: batch.records }, doom)));
  }

  /** The weather clears: what was begun is ended, what waits is done. @returns what nobody takes. */
  async #clearUp(): Promise<number> {
    const { weather } = this.#world;
    weather.calm = true;
    this.#shift = 0;
    this.#day = Math.max(this.#day, this.#lastWatched);
    this.#setClock(12 * 3_600_000);
    await this.#clients.finish();
    await this.#deliverAll();
    await this.#watchOnce(this.#day);
    await this.#deliverAll();
    // Long enough for every pause between tries, for quiet hours and for the summary of the next morning.
    for (let hours = 0; hours < 72; hours += 3) {
      this.#world.now += 3 * 3_600_000;
      await this.#send();
      await this.#deliverAll();
    }
    return this.#waiting;
  }

  /** A closing that comes days late: what a clock that is a day behind still writes belongs to days that are open. */
  #nightBefore(): { readonly time: string } {
    return { time: `${dateOf(this.#day - 2)}T02:30:00Z` };
  }

  /** Closes days of the audit while copies are on their way: what it cannot prove yet fails the run, and is proved by a later one. */
  async #closeDays(): Promise<void> {
    await this.#world.call('keep-audit-heads', this.#nightBefore());
    this.#count('closings of the audit');
  }

  /** The night after: the audit is closed, and proved to be whole. */
  async #closeAudit(): Promise<boolean> {
    this.#world.now += DAY_MILLISECONDS;
    const time = `${dateOf(dayInEngland(this.#world.now))}T02:30:00Z`;
    return (await this.#world.call('keep-audit-heads', { time })).ended === 'answered';
  }

  /** Until nothing waits, or what waits is never taken, however often it comes. */
  async #deliverAll(): Promise<void> {
    for (let left = this.#waiting, tries = 0; left > 0 && tries < MOST_TRIES; tries += 1) {
      await this.#deliver();
      if (this.#waiting < left) tries = 0;
      left = Math.min(left, this.#waiting);
    }
  }
}

/** Among how many of its first steps a process of a function is killed, where these are not the usual 14. */
const STEPS: Readonly<Partial<Record<ProcessFunction, number>>> = { api: 7, 'keep-audit-heads': 40 };

/** How what comes to a function is counted. */
const DELIVERED = {
  'publish-changes': 'changes delivered to publish-changes',
  notify: 'events delivered to notify',
  'record-email-receipts': 'receipts delivered to record-email-receipts',
} as const;

/** Records on their way, and what to do when it is known what became of them. */
interface Deliverable {
  readonly records: readonly unknown[];
  settle(failed: 'all' | ReadonlySet<string>): void;
}

/** What a function said that it could not do; everything when it gave no answer. */
function failuresOf(called: Called): 'all' | ReadonlySet<string> {
  if (called.ended !== 'answered') return 'all';
  const { batchItemFailures } = called.answer as { batchItemFailures: readonly { itemIdentifier: string }[] };
  return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
}

function shuffle<T>(list: T[], upTo: (most: number) => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = upTo(at);
    const [one, two] = [list[at], list[other]];
    if (one !== undefined && two !== undefined) [list[at], list[other]] = [two, one];
  }
}
