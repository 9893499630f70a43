/** Figures as files: each as CSV and as JSON. */
import * as z from 'zod';
import type { FigureDeps } from '../../../shared/application/indicators/figure-deps.ts';
import type { FigureFileKind } from '../../../shared/application/indicators/files/figure-file.ts';
import { figureFiles, readFigureFile } from '../../../shared/application/indicators/files/figure-files.ts';
import { monthSchema } from '../../../shared/domain/indicator/month/month-figures.ts';
import { type Answer, defineRoute, type Route } from '../../../shared/http/api/route.ts';
import { figureCsv, figureJson, figureJsonSchema } from '../../../shared/http/csv/figures-csv.ts';

const query = z.strictObject({
  month: monthSchema.optional().meta({ description: 'Such as 2026-10; the last one published where it is left out' }),
});
type Query = z.output<typeof query>;
type Nothing = Record<string, never>;

function descriptionOf({ about, restricted }: FigureFileKind): string {
  return restricted ? `${about} For whoever may see small numbers.` : about;
}

function csvRoute(kind: FigureFileKind): Route<FigureDeps> {
  const file = `${kind.code}.csv`;
  return defineRoute<Nothing, Query, undefined, string, FigureDeps>({
    method: 'GET',
    path: `/v1/indicators/files/${file}`,
    id: `readFile-${kind.code}-csv`,
    tag: 'Files of indicators',
    summary: `${kind.title}, as CSV`,
    description: descriptionOf(kind),
    action: 'indicator.read',
    query,
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle({ call, query: { month } }, deps): Promise<Answer<string>> {
      const body = figureCsv(await readFigureFile(deps, call, kind, month));
      return { body, headers: { 'content-disposition': `attachment; filename="${file}"` } };
    },
  });
}

function jsonRoute(kind: FigureFileKind): Route<FigureDeps> {
  return defineRoute<Nothing, Query, undefined, z.output<typeof figureJsonSchema>, FigureDeps>({
    method: 'GET',
    path: `/v1/indicators/files/${kind.code}.json`,
    id: `readFile-${kind.code}-json`,
    tag: 'Files of indicators',
    summary: `${kind.title}, as JSON with what its columns mean`,
    description: descriptionOf(kind),
    action: 'indicator.read',
    query,
    response: figureJsonSchema,
    async handle({ call, query: { month } }, deps) {
      return { body: figureJson(await readFigureFile(deps, call, kind, month)) };
    },
  });
}

export const exportRoutes = figureFiles.flatMap((kind) => [csvRoute(kind), jsonRoute(kind)]);
