import type { View, ViewedAction, ViewMark } from '../domain/audit/view.ts';
import type { Subject } from '../domain/permission/can.ts';
import type { Call } from './call.ts';
import type { Deps } from './deps.ts';

/** What else an entry says of a view. */
export interface ViewDetails {
  readonly marks?: readonly ViewMark[];
  /** The emergency access that allowed it. */
  readonly grantId?: string | undefined;
  /** The member of staff whose doings are shown. */
  readonly about?: string | undefined;
}

/**
 * Writes down that the caller is about to see these people, before they do: a view that cannot be recorded is not given.
 * @param queue the queue, or the name of the list of cases, when a list was shown.
 */
export async function recordView(
  deps: { readonly audit: Pick<Deps['audit'], 'viewed'> },
  call: Call,
  action: ViewedAction,
  subjects: readonly string[],
  queue: string | null = null,
  { marks = [], grantId, about }: ViewDetails = {},
): Promise<void> {
  const { id, place, role } = call.actor;
  const all = grantId === undefined ? marks : [...marks, 'emergency' as const];
  const view: View = {
    place,
    actor: id,
    role,
    action,
    at: call.now,
    subjects: [...new Set(subjects)],
    queue,
    requestId: call.requestId,
    ...(all.length === 0 ? {} : { marks: [...all] }),
    ...(grantId === undefined ? {} : { grantId }),
    ...(about === undefined ? {} : { about }),
  };
  await deps.audit.viewed(view);
}

/** What makes a view of a person worth a second look. */
export function marksOf(call: Call, subject: Subject): readonly ViewMark[] {
  const outside = !subject.services.some((service) => call.actor.services.includes(service));
  return [
    // Somebody whom no service works with yet is outside nobody's.
    ...(outside && subject.services.length > 0 ? (['outside-service'] as const) : []),
    ...(subject.restricted ? (['restricted'] as const) : []),
  ];
}
