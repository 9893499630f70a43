/** Holds what is there against what there has to be. Every difference is a line; none means that nothing was lost and nothing came twice. */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { messageOf } from '../../shared/adapters/dynamodb/messages.ts';
import { alertOf } from '../../shared/adapters/dynamodb/stored-alert.ts';
import type { RawItem } from '../../shared/adapters/dynamodb/stored-item.ts';
import { personOf } from '../../shared/adapters/dynamodb/stored-person.ts';
import { keptReferralOf } from '../../shared/adapters/dynamodb/stored-referral.ts';
import { type VerifyPosition, verifySlice, verifyStart } from '../../shared/application/audit/verify-audit.ts';
import type { Alert } from '../../shared/domain/alert/alert.ts';
import { instantOf } from '../../shared/domain/calendar/instant.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import { PLACE, type Telling, toBeTold } from './audience.ts';
import { afterWorkingDays, DAY_MILLISECONDS, dayInEngland, dayOf } from './calendar.ts';
import type { Clients } from './clients.ts';
import { dueKey, duesOf, type Facts, type Oracle } from './oracle.ts';
import type { World } from './world.ts';

export interface Verdict {
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

interface Found {
  readonly alerts: readonly Alert[];
  readonly messages: readonly Message[];
  /** Everything with a history of its own. */
  readonly histories: readonly History[];
}

interface History {
  readonly id: string;
  readonly personId: string;
  readonly events: readonly {
    readonly id: string;
    readonly seq: number;
    readonly hash: string;
    readonly kind: string;
  }[];
}

/** @param lastDay the last day that the watch ran for, to its end. */
export async function judge(world: World, clients: Clients, oracle: Oracle, lastDay: number): Promise<Verdict> {
  const found = await everything(world);
  const differences: string[] = [];
  const differs = (line: string) => void differences.push(line);
  const counts = {
    ...judgeAlerts(found, clients, oracle, lastDay, differs),
    ...judgeTellings(found, world, differs),
    ...judgePublished(found, world, differs),
    ...judgeCommands(found, clients, differs),
    ...(await judgeAudit(found, world, clients, differs)),
  };
  return { counts, differences };
}

type Differs = (line: string) => void;

function judgeAlerts({ alerts }: Found, clients: Clients, oracle: Oracle, lastDay: number, differs: Differs) {
  const there = new Map<string, Alert[]>();
  const facts = clients.snapshot();
  for (const alert of alerts) {
    const name = clients.names.get(alert.subject.id) ?? alert.subject.id;
    const key = `${dueKey(name, { kind: alert.kind, start: dayOf(alert.start) })} ${alert.threshold}`;
    there.set(key, [...(there.get(key) ?? []), alert]);
    judgeAlert(alert, facts.get(name)?.known, lastDay, (line) => differs(`${key}: ${line}`));
  }
  let breaches = 0;
  let certain = 0;
  for (const [due, { must, may }] of oracle.expected) {
    for (const threshold of must) {
      certain += 1;
      if (threshold !== 'amber' && threshold !== 'approaching') breaches += 1;
      if (!there.has(`${due} ${threshold}`)) differs(`${due} ${threshold}: there is no alert`);
    }
    for (const threshold of may) {
      const times = there.get(`${due} ${threshold}`)?.length ?? 0;
      if (times > 1) differs(`${due} ${threshold}: ${times} alerts`);
      there.delete(`${due} ${threshold}`);
    }
  }
  for (const key of there.keys()) differs(`${key}: an alert that nothing calls for`);
  return { 'alerts raised': alerts.length, 'alerts that had to be': certain, 'of them past a date': breaches };
}

function judgeAlert(alert: Alert, facts: Facts | undefined, lastDay: number, differs: Differs): void {
  const { kind, threshold, severity, team, events } = alert;
  const kinds = events.map((event) => event.facts.kind);
  if (kinds.filter((one) => one === 'raised').length !== 1) differs(`raised ${kinds.join(', ')}`);
  if (facts === undefined) {
    differs('it is about a referral that nobody received');
    return;
  }
  const wanted = kind === 'long-wait' ? 'long-wait' : threshold;
  if (severity !== wanted || team !== facts.queue.toLowerCase()) differs(`it is ${severity} of ${team}`);
  const due = duesOf(facts).find((one) => one.kind === kind && one.start === dayOf(alert.start));
  const last = events.at(-1);
  const isOpen = last?.facts.kind !== 'resolved';
  if (due === undefined && isOpen) differs('its cause has ended, and it has not');
  const later = due?.thresholds.slice(due.thresholds.findIndex(({ name }) => name === threshold) + 1) ?? [];
  const isPassed = later.some(({ on }) => on <= lastDay);
  if (due !== undefined && isPassed && isOpen) differs('a later threshold tells it, and it is open');
  if (due !== undefined && !isPassed && !isOpen && !isAhead(later, lastDay)) differs('it stands, and it has ended');
  judgePatience(alert, lastDay, differs);
}

/** A day that the clock was set forward to may have told of tomorrow. */
function isAhead(later: readonly { readonly on: number }[], lastDay: number): boolean {
  return later.some(({ on }) => on <= lastDay + 1);
}

const PATIENCE: Readonly<Record<string, number>> = { 'long-wait': 2, breach: 2, approaching: 5 };

/** Nobody took it up in time: it has been passed on, and not before (domain.md, area 7). */
function judgePatience({ severity, events }: Alert, lastDay: number, differs: Differs): void {
  const days = PATIENCE[severity];
  for (const [at, { facts, recordedAt }] of events.entries()) {
    const next = events[at + 1];
    const waits = facts.kind === 'raised' || facts.kind === 'reopened' || facts.kind === 'snooze-ended';
    if (next?.facts.kind === 'escalated' && !waits) differs(`passed on after it was ${facts.kind}`);
    if (!waits) continue;
    const on = days === undefined ? undefined : afterWorkingDays(dayInEngland(recordedAt), days) + 1;
    if (next?.facts.kind === 'escalated' && (on === undefined || dayInEngland(next.recordedAt) < on))
      differs('passed on too early');
    if (next === undefined && on !== undefined && on <= lastDay) differs('nobody took it up, and it was not passed on');
  }
}

const TOLD = ['raised', 'escalated', 'snooze-ended'];

/** Every telling arrived once on each channel: by itself, or in one message with others. */
function judgeTellings({ alerts, messages }: Found, world: World, differs: Differs) {
  const arrivals = new Map<string, number>();
  for (const { to, reference } of world.outside.arrivals)
    arrivals.set(`${to} ${reference}`, (arrivals.get(`${to} ${reference}`) ?? 0) + 1);
  const repeats = { email: 0, text: 0, hook: 0 };
  for (const [arrival, times] of arrivals) repeats[arrival.split(' ')[0] as keyof typeof repeats] += times - 1;
  const wholes = new Map<string, string[]>();
  for (const { id, about } of messages)
    if (about.kind === 'bundle') for (const part of about.messages) wholes.set(part, [...(wholes.get(part) ?? []), id]);
  const kept = Map.groupBy(messages, ({ to, channel, about }) =>
    about.kind === 'alert' ? `${about.alertId} ${about.event} ${to} ${channel}` : 'others',
  );
  let [told, ended] = [0, 0];
  for (const alert of alerts) {
    const hasEnded = alert.events.some(({ facts }) => facts.kind === 'resolved');
    for (const [key, { telling, times }] of tellingsOf(alert)) {
      const own = kept.get(key) ?? [];
      kept.delete(key);
      if (own.length !== times) differs(`${key}: ${own.length} messages for ${times} tellings`);
      for (const { id, state } of own) {
        const came = [id, ...(wholes.get(id) ?? [])].filter((one) => arrivals.has(`${telling.at} ${one}`)).length;
        if (came === 1) told += 1;
        else if (came === 0 && telling.isPerson && hasEnded && state === 'cancelled') ended += 1;
        else differs(`${key}: it is ${state}, and ${came} messages of it arrived`);
      }
    }
  }
  kept.delete('others');
  for (const key of kept.keys()) differs(`${key}: a message that nothing calls for`);
  if (repeats.email > 0) differs(`${repeats.email} e-mails came twice`);
  if (repeats.text > 0) differs(`${repeats.text} texts came twice`);
  return {
    'tellings that arrived': told,
    'tellings of what had ended before': ended,
    'repeats of posts, known by their id': repeats.hook,
    'e-mails that SES took unheard, none sent again': world.outside.unheard.length,
  };
}

function tellingsOf({ id, team, severity, events }: Alert): ReadonlyMap<string, { telling: Telling; times: number }> {
  const all = new Map<string, { telling: Telling; times: number }>();
  for (const { facts } of events) {
    if (!TOLD.includes(facts.kind)) continue;
    for (const telling of toBeTold(facts.kind === 'escalated' ? facts.to : team, severity)) {
      const key = `${id} ${facts.kind} ${telling.to} ${telling.channel}`;
      all.set(key, { telling, times: (all.get(key)?.times ?? 0) + 1 });
    }
  }
  return all;
}

/** Everything that happened was published, and nothing that did not. */
function judgePublished({ histories, messages }: Found, world: World, differs: Differs) {
  const left = new Set(world.queue.published.keys());
  let events = 0;
  for (const { id, events: own } of histories) {
    for (const event of own) {
      events += 1;
      if (!world.queue.published.has(event.id)) differs(`${id}: its ${event.kind} was not published`);
      left.delete(event.id);
    }
  }
  const settled = messages.filter(({ state }) => state === 'sent' || state === 'failed').length;
  if (left.size !== settled) differs(`${left.size} events of messages were published, of ${settled} messages`);
  const waiting = messages.filter(({ state }) => state === 'waiting').length;
  if (waiting > 0) differs(`${waiting} messages still wait`);
  const times = [...world.queue.published.values()].reduce((sum, one) => sum + one.times, 0);
  return { 'events committed': events, 'events published': left.size + events, 'times they were published': times };
}

/** What the API said was done is there, once. */
function judgeCommands({ histories, alerts }: Found, clients: Clients, differs: Differs) {
  const byId = new Map(histories.map((one) => [one.id, one]));
  for (const [id, kinds] of clients.recorded) {
    const is = byId.get(id)?.events.map(({ kind }) => kind);
    if (is === undefined || is.toSorted().join() !== kinds.toSorted().join())
      differs(`${id}: its history is ${is?.join()}, and what was recorded is ${kinds.join()}`);
  }
  for (const { id } of clients.children) if (!byId.has(id)) differs(`${id}: a child that is not there`);
  const referrals = histories.filter(({ events }) => events[0]?.kind === 'received').length;
  if (referrals !== clients.recorded.size) differs(`${referrals} referrals, of ${clients.recorded.size} received`);
  for (const { id, events } of alerts) {
    const is = events.filter(({ facts }) => facts.kind === 'acknowledged' || facts.kind === 'snoozed').length;
    const said = clients.worked.get(id)?.length ?? 0;
    if (is !== said) differs(`${id}: worked ${is} times, and the API said ${said}`);
  }
  return { referrals, children: clients.children.length, 'commands answered': clients.answered };
}

async function judgeAudit({ histories }: Found, world: World, clients: Clients, differs: Differs) {
  const copies = new Map<string, number>();
  const views = new Map<string, number>();
  for await (const item of scanned(world, world.engine.auditTable)) {
    const entry = item['entry'] as
      | { requestId?: string; aggregateId?: string; seq?: number; hash?: string }
      | undefined;
    if (entry?.requestId !== undefined) views.set(entry.requestId, (views.get(entry.requestId) ?? 0) + 1);
    else if (entry !== undefined) {
      const key = `${entry.aggregateId} ${entry.seq} ${entry.hash}`;
      copies.set(key, (copies.get(key) ?? 0) + 1);
    }
  }
  // One copy by person and one by who wrote it.
  for (const { id, events } of histories)
    for (const { seq, hash } of events)
      if (copies.get(`${id} ${seq} ${hash}`) !== 2) differs(`${id}: event ${seq} was not copied to the audit`);
  let given = 0;
  for (const { requestId, least, most } of clients.views) {
    const times = views.get(requestId) ?? 0;
    given += least;
    if (times < least || times > most) differs(`${requestId}: ${times} entries of a view, of ${least} to ${most}`);
  }
  let position: VerifyPosition | undefined = verifyStart;
  let verified = 0;
  while (position !== undefined) {
    const later = instantOf(world.now + DAY_MILLISECONDS);
    const slice = await verifySlice(world.deps, PLACE, later, position);
    for (const { chain, fault, from } of slice.findings)
      differs(`audit of ${chain.of} ${chain.id}: ${fault} at ${from}`);
    verified += slice.events + slice.views;
    position = slice.next;
  }
  return { 'views given': given, 'entries of the audit verified': verified };
}

async function everything(world: World): Promise<Found> {
  const alerts: Alert[] = [];
  const messages: Message[] = [];
  const histories: History[] = [];
  for await (const item of scanned(world, world.engine.recordsTable)) {
    const sk = String(item['sk']);
    if (sk === 'MESSAGE') messages.push(messageOf(item));
    else if (sk === 'ALERT') {
      const alert = alertOf(item);
      alerts.push(alert);
      const events = alert.events.map(({ facts, ...event }) => ({ ...event, kind: facts.kind }));
      histories.push({ id: alert.id, personId: alert.personId, events });
    } else if (sk === 'P') {
      const person = personOf(PLACE, item, undefined);
      histories.push({
        id: person.id,
        personId: person.id,
        events: person.events.map((event, seq) => ({ ...event, seq })),
      });
    } else if (sk.startsWith('R#')) {
      const { referral } = keptReferralOf(item);
      const events = referral.events.map(({ facts, ...event }) => ({ ...event, kind: facts.kind }));
      histories.push({ id: referral.id, personId: referral.personId, events });
    }
  }
  return { alerts, messages, histories };
}

async function* scanned({ engine }: World, table: string): AsyncGenerator<RawItem> {
  const pages = paginateScan({ client: engine.client }, { TableName: table, ConsistentRead: true });
  for await (const page of pages) yield* page.Items ?? [];
}
