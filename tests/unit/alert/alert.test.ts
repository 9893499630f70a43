import { describe, expect, it } from 'vitest';
import { type Alert, alertWatchDate, standingOfAlert } from '../../../shared/domain/alert/alert.ts';
import { recommendedAlertPolicy } from '../../../shared/domain/alert/alert-policy.ts';
import {
  acknowledgedAlert,
  alertChainHolds,
  alertIdOf,
  raisedAlert,
  reopenedAlert,
  resolvedAlert,
  serviceItself,
  snoozedAlert,
  watchedAlert,
} from '../../../shared/domain/alert/record-alert.ts';
import { owningTeam, teamsOf, teamsOfActor } from '../../../shared/domain/alert/teams.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { caseServices } from '../../../shared/domain/case/case-policy.ts';
import { day, policy, queueCalled, sha256 } from '../referral/history.ts';

const at = (text: string) => ({ recordedAt: parseInstant(text), by: serviceItself, hash: sha256 });
const byStaff = (text: string, eventId = 'AAAAAAAAAAAAAAAA') => ({ ...at(text), eventId, requestHash: 'asked' });

const about = {
  place: 'liverpool',
  personId: 'PPPPPPPPPPPPPPPP',
  subject: { of: 'referral', id: 'RRRRRRRRRRRRRRRR', queue: 'SALT' },
  kind: 'waiting-standard',
  start: day('2025-01-06'),
  due: day('2025-05-12'),
  threshold: 'breach',
  severity: 'breach',
  on: day('2025-05-13'),
  team: 'salt',
} as const;
const raised = (more: Partial<Alert> = {}) => raisedAlert({ ...about, ...more }, at('2025-04-17T05:00:00Z'));

describe('the id of an alert', () => {
  it('follows from referral, deadline, clock start and threshold, and from nothing else', () => {
    const id = alertIdOf(about.subject.id, about, sha256);
    expect(id).toMatch(/^[\w-]{16}$/);
    expect(raisedAlert({ ...about, team: 'other', on: day('2025-06-01') }, at('2025-06-01T05:00:00Z')).id).toBe(id);
    for (const other of [{ kind: 'long-wait' }, { start: day('2025-01-07') }, { threshold: 'amber' }])
      expect(alertIdOf(about.subject.id, { ...about, ...other }, sha256)).not.toBe(id);
    expect(alertIdOf('QQQQQQQQQQQQQQQQ', about, sha256)).not.toBe(id);
  });
});

describe('an alert', () => {
  it.each([
    ['long-wait', '2025-04-24'],
    ['breach', '2025-04-24'],
    ['approaching', '2025-04-29'],
    ['amber', null],
  ] as const)(
    'of severity %s that nobody takes up is passed on after the working days of the policy',
    (severity, on) => {
      // Raised on Thursday 17 April 2025; Good Friday and Easter Monday are no working days.
      expect(alertWatchDate(raised({ severity }), recommendedAlertPolicy)).toBe(on);
    },
  );

  it('goes from one state to the next, its history chained', () => {
    const passedOn = watchedAlert(raised(), recommendedAlertPolicy, at('2025-04-24T05:00:00Z'));
    expect(standingOfAlert(passedOn)).toMatchObject({ state: 'escalated', escalatedTo: 'waiting-list-managers' });
    expect(alertWatchDate(passedOn, recommendedAlertPolicy)).toBeNull();
    const taken = acknowledgedAlert(passedOn, 'Mine', byStaff('2025-04-24T09:00:00Z'));
    expect(standingOfAlert(taken)).toMatchObject({ state: 'acknowledged', escalatedTo: null, since: '2025-04-24' });
    const rules = { today: day('2025-04-24'), policy: recommendedAlertPolicy };
    const later = byStaff('2025-04-24T10:00:00Z', 'BBBBBBBBBBBBBBBB');
    const asleep = snoozedAlert(taken, { until: day('2025-05-01'), reason: 'Away' }, later, rules);
    expect(alertWatchDate(asleep, recommendedAlertPolicy)).toBe('2025-05-01');
    const back = watchedAlert(asleep, recommendedAlertPolicy, at('2025-05-01T05:00:00Z'));
    expect(standingOfAlert(back)).toMatchObject({ state: 'raised', since: '2025-05-01' });
    const ended = resolvedAlert(back, 'cause-ended', at('2025-05-02T11:00:00Z'));
    expect(resolvedAlert(ended, 'superseded', at('2025-05-03T11:00:00Z'))).toBe(ended);
    const again = reopenedAlert(ended, at('2025-05-06T11:00:00Z'));
    expect(reopenedAlert(again, at('2025-05-06T11:00:00Z'))).toBe(again);
    expect(again.version).toBe(7);
    expect(alertChainHolds(again, sha256)).toBe(true);
    const tampered = again.events.map((event, index) =>
      index === 2 ? { ...event, facts: { kind: 'acknowledged' as const, note: 'Not mine' } } : event,
    );
    expect(alertChainHolds({ ...again, events: tampered }, sha256)).toBe(false);
    expect(alertChainHolds({ ...again, events: again.events.toSpliced(3, 1) }, sha256)).toBe(false);
    expect(alertChainHolds({ ...again, id: 'CCCCCCCCCCCCCCCC' }, sha256)).toBe(false);
  });

  it.each(['2025-04-17', '2025-05-16'])('is not put off until %s', (until) => {
    const rules = { today: day('2025-04-17'), policy: recommendedAlertPolicy };
    const snooze = () =>
      snoozedAlert(raised(), { until: day(until), reason: 'Away' }, byStaff('2025-04-17T09:00:00Z'), rules);
    expect(snooze).toThrow(expect.objectContaining({ kind: 'invalid', code: 'snooze-day' }));
  });

  it('that has ended is nobody’s to work', () => {
    const ended = resolvedAlert(raised(), 'cause-ended', at('2025-04-18T05:00:00Z'));
    const take = () => acknowledgedAlert(ended, undefined, byStaff('2025-04-18T09:00:00Z'));
    expect(take).toThrow(expect.objectContaining({ kind: 'conflict', code: 'alert-resolved' }));
  });

  it('can always come to its end, however much was recorded on it', () => {
    let full = raised();
    const snooze = (n: number) =>
      snoozedAlert(
        full,
        { until: day('2025-04-30'), reason: 'Away' },
        byStaff('2025-04-17T09:00:00Z', String(n).padStart(16, '0')),
        { today: day('2025-04-17'), policy: recommendedAlertPolicy },
      );
    for (let n = 0; n < 179; n += 1) full = snooze(n);
    expect(() => snooze(200)).toThrow(expect.objectContaining({ code: 'record-full' }));
    expect(standingOfAlert(resolvedAlert(full, 'cause-ended', at('2025-04-18T05:00:00Z'))).state).toBe('resolved');
  });
});

describe('whose an alert is', () => {
  const breach = { kind: 'waiting-standard', severity: 'breach' } as const;

  it('is the service’s own, or whoever the first fitting route names', () => {
    expect(owningTeam(policy, queueCalled('OT'), breach)).toBe('ot');
    const routes = [
      { queues: ['OT'], severities: ['long-wait' as const], team: 'waiting-list-managers' },
      { kinds: ['triage' as const], team: 'asd' },
    ];
    const routed = { ...policy, alerts: { ...policy.alerts, routes } };
    expect(owningTeam(routed, queueCalled('OT'), { kind: 'long-wait', severity: 'long-wait' })).toBe(
      'waiting-list-managers',
    );
    expect(owningTeam(routed, queueCalled('OT'), breach)).toBe('ot');
    expect(owningTeam(routed, queueCalled('SALT'), { kind: 'triage', severity: 'breach' })).toBe('asd');
  });

  it('every service has a team, of those who work with it', () => {
    expect(teamsOf(policy).map(({ code }) => code)).toEqual([
      ...new Set([...policy.queues.map(({ service }) => service), ...caseServices(policy)]),
      'waiting-list-managers',
    ]);
    const actor = { id: 'x', place: 'liverpool', services: ['salt', 'ot'] };
    expect(teamsOfActor(policy, { ...actor, role: 'clinician' }).map(({ code }) => code)).toEqual(['salt', 'ot']);
    expect(teamsOfActor(policy, { ...actor, role: 'data-manager' }).map(({ code }) => code)).toEqual([
      'waiting-list-managers',
    ]);
    expect(teamsOfActor(policy, { ...actor, role: 'commissioner' })).toEqual([]);
  });
});
