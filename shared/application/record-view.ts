import type { Action } from '../domain/permission/grants.ts';
import type { Call } from './call.ts';
import type { Deps } from './deps.ts';

/**
 * Writes down that the caller is about to see these people, before they do: a view that cannot be recorded is not given.
 * @param queue the queue, when a list of it was shown.
 */
export async function recordView(
  deps: Pick<Deps, 'audit'>,
  call: Call,
  action: Action,
  subjects: readonly string[],
  queue: string | null = null,
): Promise<void> {
  const { id, place, role } = call.actor;
  await deps.audit.viewed({
    place,
    actor: id,
    role,
    action,
    at: call.now,
    subjects: [...new Set(subjects)],
    queue,
    requestId: call.requestId,
  });
}
