/** Files for national collections: raw numbers, for whoever sends them. */
import { communityBands } from '../../../domain/bands/waiting-bands.ts';
import { type ReturnCode, type ReturnFigures, WHOLE_PLACE } from '../../../domain/indicator/returns/return-figures.ts';
import type { Call } from '../../call.ts';
import type { FigureDeps } from '../figure-deps.ts';
import { figuresNotFound } from '../figure-view.ts';
import { allMonths } from '../read-all.ts';
import type { FigureFileKind } from './figure-file.ts';

const weeks = (code: string) => code.replace(/-/g, ' ').replace(/(\d) (\d)/, '$1-$2');

/** The community health services return of the queues that go by its clock, children and young people apart from adults. */
export const communityReturnFile: FigureFileKind = {
  code: 'community-return',
  title: 'Community health services situation report',
  about:
    'Who waits in each community service at the end of the month, by the national bands, 0 to 17 apart from 18 and over.',
  restricted: true,
  monthly: true,
  columns: [
    { name: 'service', meaning: 'The service line' },
    { name: 'age group', meaning: '0 to 17, or 18 and over, on the last day of the month' },
    ...communityBands.map(({ code, from, to }) => ({
      name: weeks(code),
      meaning: to === null ? `Waiting ${from} days or more` : `Waiting ${from} to ${to} days`,
    })),
    { name: 'total', meaning: 'All of them' },
  ],
  async rows(deps, call, month) {
    const months = await allMonths(deps, call, month);
    return months.flatMap(({ figures: { name, stamp, byAge } }) =>
      (byAge ?? []).map(({ label, bands }) => ({
        cells: [name, label, ...bands, bands.reduce((sum, count) => sum + count, 0)],
        stamp,
      })),
    );
  },
};

/** A return as the census counted it. */
export function returnFile({
  code,
  of,
  title,
  about,
}: Pick<FigureFileKind, 'code' | 'title' | 'about'> & { readonly of: ReturnCode }): FigureFileKind {
  return {
    ...{ code, title, about, restricted: true, monthly: true },
    columns: [
      { name: 'of', meaning: 'The waiting list, or the place as a whole' },
      { name: 'measure', meaning: 'Code of what is counted' },
      { name: 'label', meaning: 'What is counted' },
      { name: 'group', meaning: 'Of whom' },
      { name: 'period', meaning: 'What it is counted over' },
      { name: 'figure', meaning: 'The number: empty where there is nothing to tell' },
      { name: 'unit', meaning: 'count or per cent' },
    ],
    async rows(deps, call, month) {
      const found = await returnsOf(deps, call, of, month);
      return found.flatMap(({ name, stamp, lines }) =>
        lines.map(({ measure, label, group, period, figure, unit }) => ({
          cells: [name, measure, label, group, period, figure, unit],
          stamp,
        })),
      );
    },
  };
}

async function returnsOf(
  { figures }: FigureDeps,
  { actor: { place } }: Call,
  code: ReturnCode,
  month: string | undefined,
): Promise<readonly ReturnFigures[]> {
  const facts = await figures.facts(place);
  const found: ReturnFigures[] = [];
  for (const of of [WHOLE_PLACE, ...(facts?.queues ?? []).map((queue) => queue.code)]) {
    const one = await figures.returns(place, code, of, month);
    if (one !== undefined) found.push(one);
  }
  if (found.length === 0) throw figuresNotFound();
  return found;
}
