import * as z from 'zod';
import type { FigureDeps } from '../../../shared/application/indicators/figure-deps.ts';
import { allMonths, readCommunityReturn } from '../../../shared/application/indicators/read-all.ts';
import { readDuties } from '../../../shared/application/indicators/read-figures.ts';
import { monthSchema } from '../../../shared/domain/indicator/month/month-figures.ts';
import { type Answer, type Asked, defineRoute } from '../../../shared/http/api/route.ts';
import { communityReturnCsv, dutiesCsv, monthsCsv, queuesCsv } from '../../../shared/http/csv/figures-csv.ts';

const query = z.strictObject({ month: monthSchema.optional() });
type Query = z.output<typeof query>;
type Nothing = Record<string, never>;

/** A route that answers with a file of a month; the last one published where none is named. */
function fileRoute(
  file: string,
  summary: string,
  make: (asked: Asked<Nothing, Query, undefined>, deps: FigureDeps) => Promise<string>,
) {
  return defineRoute<Nothing, Query, undefined, string, FigureDeps>({
    method: 'GET',
    path: `/v1/indicators/files/${file}`,
    id: `readFile-${file.replace(/\W/g, '-')}`,
    tag: 'Indicators',
    summary,
    action: 'indicator.read',
    query,
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle(asked, deps): Promise<Answer<string>> {
      const body = await make(asked, deps);
      return { body, headers: { 'content-disposition': `attachment; filename="${file}"` } };
    },
  });
}

export const exportRoutes = [
  fileRoute(
    'waiting.csv',
    'How long people waited in every queue at the end of a month',
    async ({ call, query: { month } }, deps) =>
      queuesCsv((await allMonths(deps, call, month)).map(({ figures }) => figures)),
  ),
  fileRoute(
    'months.csv',
    'Who came, left and was seen in every queue in a month',
    async ({ call, query: { month } }, deps) =>
      monthsCsv((await allMonths(deps, call, month)).map((each) => each.month)),
  ),
  fileRoute('duties.csv', 'The dated duties: health checks, budgets, assessments, advice', async ({ call }, deps) =>
    dutiesCsv((await readDuties(deps, call)).figures),
  ),
  fileRoute(
    'community-return.csv',
    'The community health services return by band, children and young people apart from adults; for whoever may see small numbers',
    async ({ call, query: { month } }, deps) => communityReturnCsv(await readCommunityReturn(deps, call, month)),
  ),
];
