import { describe, expect, it } from 'vitest';
import { table } from '../../../shared/http/html/components/table.ts';
import { html } from '../../../shared/http/html/html.ts';
import { queueSample } from '../../pages/kit/queue-sample.ts';
import { macro } from './macros.ts';

/** The least of several times, in milliseconds: what the work costs when nothing else runs. */
function cost(work: () => void, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const rows = Array.from({ length: 100 }, (_, index) => ({ name: `Ada & ${index}`, wait: index }));

describe('speed', () => {
  it('draws a table of 100 rows at least ten times as fast as the macro', () => {
    const theirs = cost(() => {
      macro('tables', {
        caption: 'Waits',
        responsive: true,
        head: [{ text: 'Name' }, { text: 'Wait' }],
        rows: rows.map((row) => [{ html: html`<b>${row.name}</b>`.markup }, { text: String(row.wait) }]),
      });
    }, 5);
    const ours = cost(() => {
      table({
        caption: 'Waits',
        isResponsive: true,
        rows,
        columns: [
          { heading: 'Name', cell: (row) => html`<b>${row.name}</b>` },
          { heading: 'Wait', cell: (row) => row.wait },
        ],
      });
    }, 30);
    expect(theirs / ours).toBeGreaterThan(10);
  });

  it('draws a waiting list of 50 rows in under 10 ms, every column, filter and box of it', () => {
    expect(cost(() => queueSample(50), 30)).toBeLessThan(10);
  });
});
