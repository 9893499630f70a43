/** Histories of a child's access, made by the rules themselves. */
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import type { AccessFacts, FactsOf } from '../../../shared/domain/access/access-event.ts';
import { type FamilyAccess, foldAccess, type Grant, grantOf } from '../../../shared/domain/access/family-access.ts';
import { type AccessPerson, openedParts } from '../../../shared/domain/access/opened-parts.ts';
import type { Part } from '../../../shared/domain/access/part.ts';
import { noAccess, recordedAccess } from '../../../shared/domain/access/record-access.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

export const [MOTHER, FATHER, CHILD] = ['MMMMMMMMMMMMMMM1', 'FFFFFFFFFFFFFFF1', 'CCCCCCCCCCCCCCC1'];

export function born(birthDate: string): AccessPerson {
  return { birthDate: localDate(birthDate), diedOn: null };
}

/** Immutable: each step gives another history. */
export class AccessHistory {
  readonly person: AccessPerson;
  readonly access: FamilyAccess;

  constructor(person: AccessPerson, access = noAccess('liverpool', 'PPPPPPPPPPPPPPP1')) {
    this.person = person;
    this.access = access;
  }

  get state() {
    return foldAccess(this.access.events);
  }

  grant(id: string): Grant {
    const found = grantOf(this.state, id);
    if (found === undefined) throw new Error('there is no such grant');
    return found;
  }

  /** Recorded on the day that it concerns. */
  record(on: string, facts: AccessFacts): AccessHistory {
    const day = localDate(on);
    const seq = this.access.events.length;
    const recorder = {
      eventId: `EEEEEEEEEEEEE${String(seq).padStart(3, '0')}`,
      requestHash: 'request',
      recordedAt: parseInstant(`${on}T10:00:00Z`),
      by: { actor: 'SSSSSSSSSSSSSSS1', role: 'administrator' },
      hash: sha256,
    };
    const context = { person: this.person, today: day };
    return new AccessHistory(this.person, recordedAccess(this.access, { facts, on: day }, recorder, context));
  }

  /** Invited and let in on one day; the account has the id of the grant. */
  letIn(id: string, on: string, more: Partial<FactsOf<'invited'>> = {}): AccessHistory {
    const own = id === CHILD;
    return this.record(on, {
      kind: 'invited',
      grantId: id,
      holder: own ? 'young-person' : 'adult',
      name: 'Somebody',
      relationship: own ? 'self' : 'mother',
      basis: own ? 'own' : 'parental-responsibility',
      checked: 'birth-certificate',
      invitationId: `I${id.slice(1)}`,
      expiresAt: parseInstant('2099-01-01T00:00:00Z'),
      ...more,
    }).record(on, { kind: 'redeemed', grantId: id, account: id });
  }

  /** What was recorded before the death was known. */
  recordAlive(record: (alive: AccessHistory) => AccessHistory): AccessHistory {
    const { access } = record(new AccessHistory({ ...this.person, diedOn: null }, this.access));
    return new AccessHistory(this.person, access);
  }

  opens(id: string, day: string): readonly Part[] {
    return openedParts(this.grant(id), this.state, this.person, localDate(day));
  }
}
