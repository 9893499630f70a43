import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type Preferences, usualPreferences } from '../../../shared/domain/message/preferences.ts';
import { type Audience, deliveriesOf, isReachable } from '../../../shared/domain/message/recipients.ts';
import type { Webhook } from '../../../shared/domain/message/webhook.ts';
import type { Staff } from '../../../shared/domain/staff/staff.ts';

const TEAM = { code: 'salt', name: 'SALT', roles: ['clinician', 'administrator'], services: ['salt'] } as const;
/** A Monday in winter: the time in England is that of UTC. */
const NOON = parseInstant('2026-11-02T12:00:00Z');

const idOf = (name: string) => name.padEnd(16, '0');

function member(name: string, more: Partial<Staff> = {}): Staff {
  const memberships = [{ place: 'liverpool', role: 'clinician' as const, services: ['salt'] }];
  return { id: idOf(name), version: 1, name, active: true, memberships, ...more };
}

function prefers(name: string, more: Partial<Preferences> = {}): Preferences {
  const usual = usualPreferences(idOf(name));
  return { ...usual, version: 1, email: `${name}@staff.example`, channels: ['email'], ...more };
}

function hook(name: string, more: Partial<Webhook> = {}): Webhook {
  const event = { id: idOf('event'), kind: 'created', at: NOON, by: idOf('dana') } as const;
  return {
    ...{ id: idOf(name), place: 'liverpool', version: 1, name, channel: 'webhook', team: 'salt', failures: 0 },
    ...{ url: 'https://team.example.org/', secret: 's'.repeat(32), isOn: true, events: [event] },
    ...more,
  };
}

function audience(
  staff: readonly Staff[],
  chosen: readonly Preferences[],
  webhooks: readonly Webhook[] = [],
): Audience {
  const preferences = new Map(chosen.map((one) => [one.staffId, one]));
  return {
    place: 'liverpool',
    team: { ...TEAM, roles: [...TEAM.roles], services: [...TEAM.services] },
    staff,
    preferences,
    webhooks,
  };
}

const told = (who: Audience, severity: 'breach' | 'amber' | 'approaching' = 'breach', now = NOON) =>
  deliveriesOf(who, severity, now).map(
    ({ to, channel, at }) => `${to.replaceAll('0', '')} ${channel} ${at.slice(5, 16)}`,
  );

describe('who is told', () => {
  it('is everybody of the team who has an address, on each channel they chose', () => {
    const phone = prefers('sam', { channels: ['email', 'text'], phone: '+447700900123' });
    const who = audience([member('priya'), member('sam'), member('helen')], [prefers('priya'), phone]);
    expect(told(who)).toEqual(['priya email 11-02T12:00', 'sam email 11-02T12:00', 'sam text 11-02T12:00']);
  });

  it('is nobody of another service, place or role, and nobody who has left', () => {
    const elsewhere = [{ place: 'cheshire-east', role: 'clinician' as const, services: ['salt'] }];
    const other = [{ place: 'liverpool', role: 'clinician' as const, services: ['ot'] }];
    const commissioner = [{ place: 'liverpool', role: 'commissioner' as const, services: ['salt'] }];
    const staff = [
      member('a', { memberships: elsewhere }),
      member('b', { memberships: other }),
      member('c', { memberships: commissioner }),
      member('d', { active: false }),
    ];
    expect(
      told(
        audience(
          staff,
          ['a', 'b', 'c', 'd'].map((name) => prefers(name)),
        ),
      ),
    ).toEqual([]);
  });

  it('is the webhooks of the team and of every team, those that are on', () => {
    const hooks = [hook('own'), hook('all', { team: null }), hook('off', { isOn: false }), hook('ot', { team: 'ot' })];
    expect(told(audience([], [], hooks))).toEqual(['own webhook 11-02T12:00', 'all webhook 11-02T12:00']);
  });
});

describe('when', () => {
  it('follows each one’s choice for the severity', () => {
    const own = prefers('priya', { timing: { ...usualPreferences('x').timing, amber: 'never' }, quiet: null });
    const who = audience([member('priya')], [own]);
    expect(told(who, 'breach')).toEqual(['priya email 11-02T12:00']);
    expect(told(who, 'approaching')).toEqual(['priya email 11-03T07:30']);
    expect(told(who, 'amber')).toEqual([]);
  });

  it.each([
    ['2026-11-02T18:59:59Z', '11-02T18:59'],
    ['2026-11-02T19:00:00Z', '11-03T07:30'],
    ['2026-11-03T06:00:00Z', '11-03T07:30'],
    ['2026-11-03T07:29:59Z', '11-03T07:30'],
    ['2026-11-03T07:30:00Z', '11-03T07:30'],
    // In summer, half past seven in England is half past six in UTC.
    ['2026-07-01T05:00:00Z', '07-01T06:30'],
    // The night in which the clocks go back is an hour longer.
    ['2026-10-24T22:00:00Z', '10-25T07:30'],
  ])('is not in the quiet hours: what happens at %s is told at %s', (now, at) => {
    expect(told(audience([member('priya')], [prefers('priya')]), 'breach', parseInstant(now))).toEqual([
      `priya email ${at}`,
    ]);
  });

  it('leaves systems out of it: they are told at any hour', () => {
    const night = parseInstant('2026-11-02T23:00:00Z');
    expect(told(audience([], [], [hook('own')]), 'breach', night)).toEqual(['own webhook 11-02T23:00']);
  });
});

describe('somebody who is away', () => {
  const away = (delegate: string, from = '2026-11-01', to = '2026-11-05') => ({
    away: { from: localDate(from), to: localDate(to), delegate: idOf(delegate) },
  });

  it('is stood in for by their delegate, who is told once', () => {
    const who = audience([member('priya'), member('sam')], [prefers('priya', away('sam')), prefers('sam')]);
    expect(told(who)).toEqual(['sam email 11-02T12:00']);
  });

  it('is told again from the day after', () => {
    const chosen = [prefers('priya', away('sam', '2026-10-20', '2026-11-01')), prefers('sam')];
    expect(told(audience([member('priya'), member('sam')], chosen))).toHaveLength(2);
  });

  it('is stood in for by the delegate of a delegate who is away as well', () => {
    const chosen = [prefers('priya', away('sam')), prefers('sam', away('joy')), prefers('joy')];
    expect(told(audience([member('priya'), member('sam'), member('joy')], chosen))).toEqual(['joy email 11-02T12:00']);
  });

  it.each([
    ['stand in for each other', [prefers('priya', away('sam')), prefers('sam', away('priya'))]],
    ['name nobody who is there', [prefers('priya', away('gone')), prefers('sam', away('gone'))]],
    ['name somebody whom no message reaches', [prefers('priya', away('sam')), prefers('sam', { email: null })]],
  ])('is told all the same where two %s', (_, chosen) => {
    expect(told(audience([member('priya'), member('sam')], chosen))).toContain('priya email 11-02T12:00');
  });

  it('is told all the same where the delegate is not in the team', () => {
    const other = member('joy', { memberships: [{ place: 'liverpool', role: 'clinician', services: ['ot'] }] });
    const who = audience([member('priya'), other], [prefers('priya', away('joy')), prefers('joy')]);
    expect(told(who)).toEqual(['priya email 11-02T12:00']);
  });
});

describe('a team', () => {
  it('can be reached when a person or a system of it can', () => {
    expect(isReachable(audience([member('priya')], []), NOON)).toBe(false);
    expect(isReachable(audience([member('priya')], [prefers('priya', { channels: [] })]), NOON)).toBe(false);
    expect(isReachable(audience([member('priya')], [prefers('priya')]), NOON)).toBe(true);
    expect(isReachable(audience([], [], [hook('own')]), NOON)).toBe(true);
    expect(isReachable(audience([], [], [hook('own', { isOn: false })]), NOON)).toBe(false);
  });
});
