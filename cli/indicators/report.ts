import type { FileFigures } from '../../shared/application/indicators/figures-of-file.ts';

/** Everything, for programs. The time of counting is left out: a file is counted at no time in particular. */
export function jsonFigures({ queues, ...file }: FileFigures): string {
  const told = queues.map(({ figures: { stamp, ...figures }, summary }) => {
    const { takenAt: _takenAt, ...said } = stamp;
    return { ...figures, stamp: said, summary };
  });
  return JSON.stringify({ ...file, queues: told }, undefined, 1);
}

/** The headline of each queue in a line, for people. */
export function textFigures({ asAt, rows, counted, unchanged, review, rejected, queues }: FileFigures): string {
  const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  const heads = ['', 'waiting', 'within', '% within', 'median', '92nd', 'longest', 'over 52', 'seen'];
  const lines = queues.map(({ figures, summary }) => [
    figures.queue,
    figures.open,
    figures.within,
    figures.percentWithin,
    figures.medianWeeks,
    figures.p92Weeks,
    figures.longestDays,
    figures.over52Weeks,
    summary.seen,
  ]);
  const table = [heads, ...lines].map((cells) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell ?? '-').padStart(9))).join(''),
  );
  return [
    `As at the end of ${asAt}: ${rows} rows, ${counted} referrals counted, ${unchanged} repeated, ${review} for a person to decide, ${refused} that cannot be read.`,
    'Median and 92nd percentile in weeks, the longest wait in days.',
    '',
    ...table,
  ].join('\n');
}
