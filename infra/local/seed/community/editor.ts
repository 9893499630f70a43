import type { WritingCall } from '../../../../shared/application/board/work-paper.ts';
import type { Deps } from '../../../../shared/application/deps.ts';
import { instantOf } from '../../../../shared/domain/calendar/instant.ts';
import { type LocalDate, localDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { LocalCloud } from '../../local-cloud.ts';

/** Who writes for the families of a place, and the day on which the service starts. */
export interface Editor {
  readonly call: WritingCall;
  readonly today: LocalDate;
}

export function editorOf({ ids }: Pick<Deps, 'ids'>, cloud: LocalCloud, place: string): Editor {
  const actor = {
    id: ids.derived('demo-staff', 'demo-rosa'),
    place,
    role: 'content-editor' as const,
    services: [],
  };
  const call = { actor, name: 'Rosa Quinn', now: instantOf(cloud.now()), requestId: 'seed' };
  return { call, today: localDate(cloud.today()) };
}

/** The same call on the morning of an earlier day. */
export function on({ call }: Editor, day: LocalDate): WritingCall {
  return { ...call, now: instantOf(Date.parse(`${day}T10:00:00Z`)) };
}
