/** Every file of figures that can be had, in the order of the page. */
import type { Call } from '../../call.ts';
import type { FigureDeps } from '../figure-deps.ts';
import { fullViewOnly, viewFor } from '../figure-view.ts';
import { dutiesFile } from './duties-file.ts';
import { type FigureFile, type FigureFileKind, placeColumn, stampCells, stampColumns } from './figure-file.ts';
import { monthsFile } from './months-file.ts';
import { communityReturnFile, returnFile } from './return-files.ts';
import { waitingFile } from './waiting-file.ts';

export const figureFiles: readonly FigureFileKind[] = [
  waitingFile,
  monthsFile,
  dutiesFile,
  communityReturnFile,
  returnFile({
    code: 'autism-return',
    of: 'autism',
    title: 'Autism waiting times',
    about:
      'The measures of the national autism statistics: who was received in each of twelve months and had a first contact in person or by video within 13 weeks; who is new, closed and open, all ages and under 18.',
  }),
  returnFile({
    code: 'adhd-return',
    of: 'adhd',
    title: 'ADHD referrals',
    about:
      'The measures of the national ADHD management information: new, closed and open referrals, the open ones by how long, each by age.',
  }),
  returnFile({
    code: 'national-ages',
    of: 'national-ages',
    title: 'Waiting by the national ages',
    about:
      'Who waits in each queue, by the ages that national collections use: 0 to 5, 6 to 10, 11 to 14, 15, 16 and 17.',
  }),
  returnFile({
    code: 'budget-return',
    of: 'personal-health-budgets',
    title: 'Personal health budgets',
    about:
      'The quarterly national collection: people with a budget in the year to date, by type, and live on the last day, children and adults apart; and how many took one up, of those found to need one. Choose the last month of the quarter.',
  }),
  returnFile({
    code: 'advice-return',
    of: 'ehc-advice',
    title: 'Advice for EHC assessments',
    about:
      'In the shape of the yearly SEN2 collection, the calendar year so far: advice in time and late, with and without exceptions, by service, and what the authority decided.',
  }),
];

export function figureFileOf(code: string): FigureFileKind | undefined {
  return figureFiles.find((kind) => kind.code === code);
}

/**
 * @throws `forbidden` for whoever may see no figures; `forbidden` `small-numbers` where the file holds numbers that they may not see;
 * `not-found` `figures-not-found` where nothing is published of the month.
 */
export async function readFigureFile(
  deps: FigureDeps,
  call: Call,
  { code, title, restricted, columns, rows }: FigureFileKind,
  month?: string,
): Promise<FigureFile> {
  const view = restricted ? fullViewOnly(call) : viewFor(call);
  const { place } = call.actor;
  const found = await rows(deps, call, month);
  return {
    ...{ code, title, place, view, generatedAt: call.now },
    columns: [placeColumn, ...columns, ...stampColumns],
    rows: found.map(({ cells, stamp }) => [place, ...cells, ...stampCells(stamp)]),
  };
}
