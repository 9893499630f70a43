/** How many rows came to what, side by side. */
import type { ImportCounts } from '../../../../shared/domain/import/report.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import type { Html } from '../../../../shared/http/html/html.ts';
import { figuresStrip } from '../queues/figures-strip.ts';

export function countsStrip(counts: ImportCounts): Html {
  return figuresStrip([
    { name: 'Rows', value: String(counts.rows) },
    { name: statusLabel.importOutcome('created'), value: String(counts.created) },
    { name: statusLabel.importOutcome('updated'), value: String(counts.updated) },
    { name: statusLabel.importOutcome('unchanged'), value: String(counts.unchanged) },
    { name: statusLabel.importOutcome('review'), value: String(counts.review) },
    { name: statusLabel.importOutcome('rejected'), value: String(rejectedOf(counts)) },
  ]);
}

export function rejectedOf({ rejected }: Pick<ImportCounts, 'rejected'>): number {
  return Object.values(rejected).reduce((sum, count) => sum + count, 0);
}
