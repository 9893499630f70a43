/** Who did something, as a page says it: the role, and whether it was the very person who reads it. */
import type { Actor } from '../../../../shared/domain/permission/actor.ts';
import { roleNames } from '../../../../shared/domain/staff/role-names.ts';

export function whoDid(by: { readonly actor: string; readonly role: string }, reader: Actor): string {
  const role = roleName(by.role);
  return by.actor === reader.id ? `you, as ${role.toLowerCase()}` : role.toLowerCase();
}

function roleName(role: string): string {
  return Object.entries(roleNames).find(([code]) => code === role)?.[1] ?? role;
}
