import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { findAbsent } from './absent.ts';
import { completeImport } from './complete-import.ts';
import type { ImportDeps } from './import-context.ts';
import type { ImportDoor } from './import-file.ts';
import { importRows } from './import-rows.ts';
import { rehearseRows } from './rehearse-rows.ts';
import { startImport } from './start-import.ts';

/** The door of a function of the service itself: the use cases, for one caller. */
export function ownDoor(deps: ImportDeps & Pick<Deps, 'imports' | 'queues'>, call: Call): ImportDoor {
  return {
    start: (file, key) => startImport(deps, call, file, key),
    rows: (importId, rows) => importRows(deps, call, importId, rows),
    async complete(importId) {
      const { totals } = await completeImport(deps, call, importId);
      return { absent: totals?.absent ?? 0, possibleDuplicates: totals?.possibleDuplicates ?? 0 };
    },
    rehearse: (file, earlier, rows) => rehearseRows(deps, call, { ...file, earlier: [...earlier], rows: [...rows] }),
    absent: async (system, referralIds) =>
      (await findAbsent(deps, call, { system, referralIds: [...referralIds] })).length,
  };
}
