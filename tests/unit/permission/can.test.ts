import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/domain/permission/actor.ts';
import { anythingOf, can, type Subject } from '../../../shared/domain/permission/can.ts';
import { actions, grants } from '../../../shared/domain/permission/grants.ts';
import { actAs } from '../../../shared/domain/staff/act-as.ts';
import { type Role, roles, type Staff, staffSchema } from '../../../shared/domain/staff/staff.ts';

const actor = (role: Role, services: readonly string[] = ['salt']): Actor => ({
  id: 'a',
  place: 'liverpool',
  role,
  services,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  place: 'liverpool',
  services: ['salt'],
  restricted: false,
  ...more,
});

describe('permission', () => {
  it('is refused unless it is granted, for every role and action', () => {
    for (const role of roles) {
      for (const action of actions) {
        const verdict = can(actor(role), action, anythingOf(actor(role)));
        expect(verdict, `${role} ${action}`).toBe(grants[role][action] === undefined ? 'forbidden' : 'allowed');
      }
    }
  });

  it('never reaches another place', () => {
    for (const role of roles) {
      for (const action of actions) {
        expect(can(actor(role), action, subject({ place: 'cheshire-east' })), `${role} ${action}`).not.toBe('allowed');
      }
    }
  });

  it.each<[string, Role, (typeof actions)[number], Partial<Subject>, string]>([
    ['one’s own service', 'clinician', 'referral.record', {}, 'allowed'],
    ['another service', 'clinician', 'referral.record', { services: ['ot'] }, 'forbidden'],
    ['another service, to read', 'clinician', 'referral.read', { services: ['ot'] }, 'allowed'],
    [
      'a restricted record of another service',
      'clinician',
      'referral.read',
      { services: ['ot'], restricted: true },
      'hidden',
    ],
    [
      'a restricted record of one’s own service',
      'clinician',
      'person.read',
      { services: ['ot', 'salt'], restricted: true },
      'allowed',
    ],
    [
      'a restricted record that nobody works with yet',
      'administrator',
      'person.read',
      { services: [], restricted: true },
      'allowed',
    ],
    [
      'a restricted record, to import',
      'data-manager',
      'person.read',
      { services: ['ot'], restricted: true },
      'allowed',
    ],
    ['moving up, by a clinician', 'clinician', 'referral.retier', {}, 'allowed'],
    ['moving up, by an administrator', 'administrator', 'referral.retier', {}, 'forbidden'],
    ['records, by a commissioner', 'commissioner', 'person.read', {}, 'forbidden'],
    ['figures counted from records, by a commissioner', 'commissioner', 'queue.summary', {}, 'forbidden'],
    ['records, by an operator', 'operator', 'person.read', {}, 'forbidden'],
    ['records, by an audit officer', 'audit-officer', 'person.read', {}, 'forbidden'],
  ])('of %s', (_case, role, action, more, verdict) => {
    expect(can(actor(role), action, subject(more))).toBe(verdict);
  });

  it('of a role that lacks the action says the same of every subject', () => {
    const verdicts = [{}, { place: 'cheshire-east' }, { restricted: true, services: ['ot'] }].map((more) =>
      can(actor('commissioner'), 'person.read', subject(more)),
    );
    expect(new Set(verdicts)).toEqual(new Set(['forbidden']));
  });
});

describe('acting in a role', () => {
  const staff: Staff = {
    id: 'AAAAAAAAAAAAAAAA',
    version: 1,
    name: 'Joy',
    active: true,
    memberships: [
      { place: 'liverpool', role: 'clinician', services: ['ot'] },
      { place: 'cheshire-east', role: 'clinician', services: ['ot', 'physio'] },
    ],
  };
  const [one] = staff.memberships;

  it('takes the only membership, or the one that is named', () => {
    expect(actAs({ ...staff, memberships: one ? [one] : [] }, undefined)).toMatchObject({
      place: 'liverpool',
      services: ['ot'],
    });
    expect(actAs(staff, 'cheshire-east/clinician')).toMatchObject({
      place: 'cheshire-east',
      services: ['ot', 'physio'],
    });
  });

  it('refuses a choice not made, a membership not had, and whoever has left', () => {
    expect(() => actAs(staff, undefined)).toThrow(expect.objectContaining({ code: 'acting-as-needed' }));
    expect(() => actAs(staff, 'liverpool/operator')).toThrow(expect.objectContaining({ code: 'not-a-member' }));
    expect(() => actAs({ ...staff, memberships: [] }, undefined)).toThrow(
      expect.objectContaining({ code: 'not-a-member' }),
    );
    expect(() => actAs({ ...staff, active: false }, 'liverpool/clinician')).toThrow(
      expect.objectContaining({ code: 'not-a-member' }),
    );
  });

  it('needs each role in a place to be listed once', () => {
    const twice = { ...staff, memberships: one ? [one, { ...one, services: ['salt'] }] : [] };
    expect(staffSchema.safeParse(twice).success).toBe(false);
  });
});
