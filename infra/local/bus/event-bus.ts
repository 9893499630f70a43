import { randomUUID } from 'node:crypto';
import type { LocalBus, LocalRule, LocalTarget } from '../template/bus-rules.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/surroundings.ts';
import { type Matches, readPattern } from './event-pattern.ts';

/** An event as rules match it and targets get it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** `2026-03-09T06:00:00Z` */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** An event with the bus it went over and the rules that took it. */
export interface SeenEvent {
  readonly bus: string;
  readonly event: BusEvent;
  readonly rules: readonly string[];
}

/** What is published: everything else the bus adds. */
export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
  /** Milliseconds since 1970; the present without it. */
  readonly time?: number;
}

/** Hands what a rule sends to one of its targets. */
export type Deliver = (target: LocalTarget, payload: unknown, ruleArn: string) => void;

/** Events kept for the console and for tests. */
const KEPT = 500;

/** The buses of the template and their rules. */
export class EventBuses {
  readonly #buses: readonly LocalBus[];
  readonly #rules: readonly (LocalRule & { readonly matches: Matches })[];
  readonly #deliver: Deliver;
  readonly #now: () => number;
  readonly #seen: SeenEvent[] = [];

  /** @throws Error when a rule has a pattern that is not understood */
  constructor(buses: readonly LocalBus[], rules: readonly LocalRule[], deliver: Deliver, now: () => number) {
    this.#buses = buses;
    this.#rules = rules.flatMap((rule) => (rule.pattern ? [{ ...rule, matches: readPattern(rule.pattern) }] : []));
    this.#deliver = deliver;
    this.#now = now;
  }

  /** The bus of this name or ARN. */
  find(named: string): LocalBus | undefined {
    return this.#buses.find(({ name, arn }) => name === named || arn === named);
  }

  /** Publishes an event, and hands it to the targets of every rule that matches. @returns its id */
  publish(bus: LocalBus, { source, detailType, detail, resources = [], time }: NewEvent): string {
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: LOCAL_ACCOUNT,
      time: wholeSeconds(time ?? this.#now()),
      region: LOCAL_REGION,
      resources,
      detail,
    };
    const rules = this.#rules.filter((rule) => rule.bus === bus.name && rule.matches(event));
    this.#seen.push({ bus: bus.name, event, rules: rules.map(({ name }) => name) });
    if (this.#seen.length > KEPT) this.#seen.shift();
    for (const rule of rules) {
      for (const target of rule.targets) this.#deliver(target, payloadFor(target, event), rule.arn);
    }
    return event.id;
  }

  /** The last events, oldest first. */
  get seen(): readonly SeenEvent[] {
    return [...this.#seen];
  }
}

/** What a target gets of an event: its fixed input, a part, or all of it. */
function payloadFor({ input, inputPath }: LocalTarget, event: unknown): unknown {
  if (input !== undefined) return JSON.parse(input);
  if (inputPath === undefined || inputPath === '$') return event;
  return inputPath
    .replace(/^\$\.?/, '')
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
      event,
    );
}

/** EventBridge tells times to the second. */
export function wholeSeconds(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
