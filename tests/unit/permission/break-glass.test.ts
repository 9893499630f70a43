import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { epochMillisecondsOf, instantOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Actor } from '../../../shared/domain/permission/actor.ts';
import {
  askedBreakGlass,
  askOf,
  breakGlassEventHash,
  breakGlassSchema,
  covers,
  reviewDueOn,
  reviewedBreakGlass,
  reviewOf,
  reviewStanding,
  usualBreakGlassRules,
} from '../../../shared/domain/permission/break-glass.ts';
import { can, type Subject } from '../../../shared/domain/permission/can.ts';
import { actions, emergencyActions, grants } from '../../../shared/domain/permission/grants.ts';
import { type Role, roles } from '../../../shared/domain/staff/staff.ts';

const NOW = parseInstant('2026-12-23T16:00:00Z');
const [ACCESS, PERSON, ASKER, OFFICER] = [
  'AAAAAAAAAAAAAAA1',
  'PPPPPPPPPPPPPPP1',
  'SSSSSSSSSSSSSSS1',
  'OOOOOOOOOOOOOOO1',
];
const recorder = (actor: string, role = 'clinician') => ({
  eventId: 'EEEEEEEEEEEEEEE1',
  requestHash: 'request',
  recordedAt: NOW,
  by: { actor, role },
  hash: sha256,
});
const asked = (personId: string | null = PERSON) =>
  askedBreakGlass(
    { id: ACCESS, place: 'liverpool', personId, reason: ' The child cannot be woken ' },
    recorder(ASKER),
    usualBreakGlassRules,
  );
const minutesOn = (minutes: number) => instantOf(epochMillisecondsOf(NOW) + minutes * 60_000);
const who = { place: 'liverpool', actor: ASKER, personId: PERSON };

describe('an emergency access', () => {
  it('holds from the moment it is asked for until, and not at, the end of its hour', () => {
    const access = asked();
    expect(askOf(access).endsAt).toBe(minutesOn(60));
    expect(askOf(access).reason).toBe('The child cannot be woken');
    expect([0, 59.999, 60, 61, -1].map((minutes) => covers(access, who, minutesOn(minutes)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['another member of staff', { actor: OFFICER }],
    ['another place', { place: 'cheshire-east' }],
    ['another person', { personId: 'PPPPPPPPPPPPPPP2' }],
  ])('opens nothing to %s', (_, other) => {
    expect(covers(asked(), { ...who, ...other }, NOW)).toBe(false);
  });

  it('for a number that nobody has opens nothing at all', () => {
    expect(covers(asked(null), who, NOW)).toBe(false);
  });

  it.each(['', 'urgent', ' '.repeat(20), 'x'.repeat(501)])('is not given for a reason that is none', (reason) => {
    const input = { id: ACCESS, place: 'liverpool', personId: PERSON, reason };
    expect(() => askedBreakGlass(input, recorder(ASKER), usualBreakGlassRules)).toThrow(/why you need the record/);
  });

  it('is reviewed once, by somebody else, and keeps its chain', () => {
    const review = { outcome: 'justified', note: 'Spoke to the ward' } as const;
    const done = reviewedBreakGlass(asked(), review, recorder(OFFICER, 'audit-officer'));
    expect(reviewOf(done)).toMatchObject(review);
    expect(done.version).toBe(2);
    expect(done.events[1]?.previousHash).toBe(done.events[0]?.hash);
    expect(done.events.map((event) => breakGlassEventHash(event, sha256))).toEqual(done.events.map(({ hash }) => hash));
    expect(breakGlassSchema.parse(done)).toEqual(done);
    expect(() => reviewedBreakGlass(done, review, recorder(OFFICER))).toThrow(/has been reviewed/);
    expect(() => reviewedBreakGlass(asked(), review, recorder(ASKER))).toThrow(/own emergency access/);
  });

  it('has to be reviewed in three working days, Christmas and Boxing Day not among them', () => {
    // Asked on Wednesday 23 December 2026: the 24th, the 29th (the 28th stands in for Boxing Day), the 30th.
    expect(reviewDueOn(asked(), usualBreakGlassRules)).toBe('2026-12-30');
    const standing = (day: string) => reviewStanding(asked(), usualBreakGlassRules, localDate(day));
    expect([standing('2026-12-30'), standing('2026-12-31')]).toEqual(['waiting', 'overdue']);
    const done = reviewedBreakGlass(asked(), { outcome: 'follow-up', note: 'Later' }, recorder(OFFICER));
    expect(reviewStanding(done, usualBreakGlassRules, localDate('2027-01-31'))).toBe('reviewed');
  });
});

describe('permission under emergency access', () => {
  const actor = (role: Role): Actor => ({ id: ASKER, place: 'liverpool', role, services: ['salt'] });
  const hidden: Subject = { place: 'liverpool', services: ['ot'], restricted: true };

  it('adds reading, to roles that may ask, and nothing else to anybody', () => {
    for (const role of roles) {
      for (const action of actions) {
        const [without, under] = [false, true].map((emergency) => can(actor(role), action, { ...hidden, emergency }));
        const opens = emergencyActions.has(action) && grants[role]['access.break-glass'] !== undefined;
        expect(under, `${role} ${action}`).toBe(opens ? 'allowed' : without);
      }
    }
  });

  it('is never what opens a record without it, and never reaches another place', () => {
    expect(can(actor('clinician'), 'person.read', hidden)).toBe('hidden');
    const elsewhere = { ...hidden, place: 'cheshire-east', emergency: true };
    expect(can(actor('clinician'), 'person.read', elsewhere)).toBe('hidden');
  });
});
