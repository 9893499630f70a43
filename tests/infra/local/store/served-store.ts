import { appendFileSync } from 'node:fs';
import { ADMINISTRATOR, openStore } from '../../../../infra/local/store/store.ts';
import { NOON, RECORDS } from './records-store.ts';

/**
 * A process of its own that serves a store from a data folder until it is killed. Each change it delivers is one line of
 * a file, which outlives the process: the item, and the version it had before and after.
 */
const [directory = '', delivered = ''] = process.argv.slice(2);

try {
  const store = await openStore({
    directory,
    tables: [RECORDS],
    principals: [ADMINISTRATOR],
    clock: () => NOON,
    onChange: ({ keys, oldImage, newImage }) =>
      appendFileSync(delivered, `${keys['pk']?.S} ${oldImage?.['v']?.N ?? '-'} ${newImage?.['v']?.N ?? '-'}\n`),
  });
  process.send?.({ endpoint: store.endpoint });
} catch (error) {
  process.send?.({ refusal: (error as Error).message });
  process.exit(1);
}
// Whoever started it is gone: nobody will kill it any more.
process.on('disconnect', () => process.exit(0));
