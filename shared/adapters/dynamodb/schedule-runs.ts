import * as z from 'zod';
import type { ScheduleRuns } from '../../application/ports/schedule-runs.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { scheduleRuns } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedRunSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  schema: z.int(),
  run: z.strictObject({
    schedule: z.string(),
    day: localDateSchema,
    time: instantSchema,
    requestId: z.string(),
    complete: z.boolean(),
    counts: z.record(z.string(), z.int().min(0)),
  }),
});
const runShape: ItemShape<z.output<typeof storedRunSchema>> = {
  name: 'run of a schedule',
  schema: 1,
  upcasts: {},
  stored: storedRunSchema,
};

/** Runs in the records table, an item each; a repeat of one invocation leaves the first. */
export function scheduleRunsInTable(records: TableAccess): ScheduleRuns {
  return {
    async keep(run) {
      const { schedule, day, time, requestId, complete } = run;
      // An invocation that is tried again keeps its id: what each try did is kept apart.
      for (let attempt = 1; ; attempt += 1) {
        const sk = `${day}#${time}#${requestId}#${attempt}`;
        if (await records.put({ pk: scheduleRuns(schedule), sk, schema: runShape.schema, run }, 'absent')) return;
        if (attempt === 10) throw new Error(`A run of ${schedule} was tried too often, complete: ${complete}`);
      }
    },

    async has(schedule, day) {
      const between = { from: `${day}#`, to: `${day}$` };
      const { items } = await records.page({ partition: scheduleRuns(schedule), between, limit: 1 });
      return items.length > 0;
    },

    async latest(schedule, limit) {
      const { items } = await records.page({ partition: scheduleRuns(schedule), backwards: true, limit });
      return items.map((item) => readItem(runShape, item).run);
    },
  };
}
