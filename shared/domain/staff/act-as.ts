import { forbidden, invalid } from '../error.ts';
import type { Actor } from '../permission/actor.ts';
import { membershipName, type Staff } from './staff.ts';

/**
 * Who a member of staff is for one call: the membership they name (`place/role`), or their only one.
 * @throws `forbidden` `not-a-member` for a membership they do not have, or when they have none or have left;
 * `invalid` `acting-as-needed` when they have several and name none.
 */
export function actAs(staff: Staff, named: string | undefined): Actor {
  const memberships = staff.active ? staff.memberships : [];
  if (named === undefined && memberships.length > 1) {
    throw invalid('acting-as-needed', 'Say which of your roles you act in', [
      { pointer: '/acting-as', code: 'acting-as-needed', message: 'Name a place and a role, like liverpool/clinician' },
    ]);
  }
  const chosen = memberships.find((membership) => named === undefined || membershipName(membership) === named);
  if (chosen === undefined) throw forbidden('not-a-member', 'You do not have this role');
  return { id: staff.id, place: chosen.place, role: chosen.role, services: chosen.services };
}
