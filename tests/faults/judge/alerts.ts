/** Every alert that there has to be is there once, stands as its cause does, and was passed on when nobody took it up. */
import type { Alert } from '../../../shared/domain/alert/alert.ts';
import { afterWorkingDays, dayInEngland, dayOf } from '../calendar.ts';
import { dueKey, type Oracle, type Snapshot } from '../oracle.ts';
import { duesOf, type Facts, teamOf } from '../rules/facts.ts';
import type { PlaceRules } from '../rules/place-rules.ts';
import type { Differs, Found } from './found.ts';

/** @param lastDay the last day that the watch ran for, to its end. */
export function judgeAlerts(
  { alerts, histories }: Found,
  { standings, rules }: Snapshot,
  oracle: Oracle,
  lastDay: number,
  differs: Differs,
) {
  const there = new Map<string, Alert[]>();
  const names = new Map(histories.map(({ id, name = id }) => [id, name]));
  for (const alert of alerts) {
    const name = names.get(alert.subject.id) ?? alert.subject.id;
    const key = `${dueKey(name, { kind: alert.kind, start: dayOf(alert.start) })} ${alert.threshold}`;
    there.set(key, [...(there.get(key) ?? []), alert]);
    const facts = standings.get(name)?.known;
    const [place] = rules.get(alert.place) ?? [];
    if (facts === undefined || place === undefined) differs(`${key}: it is about something that nobody recorded`);
    else judgeAlert(alert, facts, place, lastDay, (line) => differs(`${key}: ${line}`));
  }
  let breaches = 0;
  let certain = 0;
  const kinds = new Set<string>();
  for (const [due, { must, may }] of oracle.expected) {
    for (const threshold of must) {
      certain += 1;
      kinds.add(due.split(' ').at(-2) ?? '');
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
  return {
    'alerts raised': alerts.length,
    'alerts that had to be': certain,
    'of them past a date': breaches,
    'kinds of date that they are about': kinds.size,
  };
}

function judgeAlert(alert: Alert, facts: Facts, rules: PlaceRules, lastDay: number, differs: Differs): void {
  const { kind, threshold, severity, team, events } = alert;
  const kinds = events.map((event) => event.facts.kind);
  if (kinds.filter((one) => one === 'raised').length !== 1) differs(`raised ${kinds.join(', ')}`);
  const wanted = kind === 'long-wait' ? 'long-wait' : threshold;
  if (severity !== wanted || team !== teamOf(facts)) differs(`it is ${severity} of ${team}`);
  judgeEnd(alert, facts, rules, lastDay, differs);
  judgePatience(alert, rules, lastDay, differs);
}

/** Open as long as its cause stands and nothing later tells it. */
function judgeEnd(
  { kind, threshold, start, events }: Alert,
  facts: Facts,
  rules: PlaceRules,
  lastDay: number,
  differs: Differs,
) {
  const isOpen = events.at(-1)?.facts.kind !== 'resolved';
  const due = duesOf(facts, rules).find((one) => one.kind === kind && one.start === dayOf(start));
  if (due === undefined) {
    if (isOpen) differs('its cause has ended, and it has not');
    return;
  }
  const at = due.thresholds.findIndex(({ name }) => name === threshold);
  const [own, ...later] = due.thresholds.slice(at);
  if (own === undefined || at === -1) return differs('there is no such threshold');
  // A day that the clock was set forward to may have told of tomorrow.
  const has = (slack: number, { on }: { readonly on: number }) => on <= lastDay + slack;
  if (isOpen && !has(1, own)) differs('its day has not come, and it is open');
  if (isOpen && later.some((one) => has(0, one))) differs('a later threshold tells it, and it is open');
  if (!isOpen && has(0, own) && !later.some((one) => has(1, one))) differs('it stands, and it has ended');
}

/** Nobody took it up in time: it has been passed on, and not before (domain.md, area 7). */
function judgePatience({ severity, events }: Alert, { patience }: PlaceRules, lastDay: number, differs: Differs): void {
  const days = patience[severity];
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
