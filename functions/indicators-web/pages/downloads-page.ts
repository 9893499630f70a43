/** Figures to take away: every file that there is, of which month, with what stands in each column. */

import { figuresNotFound, viewFor } from '../../../shared/application/indicators/figure-view.ts';
import type { FigureFileKind } from '../../../shared/application/indicators/files/figure-file.ts';
import { placeColumn, stampColumns } from '../../../shared/application/indicators/files/figure-file.ts';
import {
  figureFileOf,
  figureFiles,
  readFigureFile,
} from '../../../shared/application/indicators/files/figure-files.ts';
import { readSeries } from '../../../shared/application/indicators/read-figures.ts';
import { monthSchema } from '../../../shared/domain/indicator/month/month-figures.ts';
import { figureCsv, figureJson } from '../../../shared/http/csv/figures-csv.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { select } from '../../../shared/http/html/components/select.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import { fileAnswer, type PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { downloadPath, downloadsPath } from '../addresses.ts';
import { monthInFull } from './figure-words.ts';
import { type FiguresVisit, figuresPage, notYet } from './parts.ts';

export const downloadRoutes = [
  actingPage<FiguresWorld>('GET', downloadsPath, 'indicator.read', downloadsPage),
  actingPage<FiguresWorld>('GET', downloadPath('{file}'), 'indicator.read', downloadFile),
];

async function downloadsPage(visit: FiguresVisit): Promise<PageAnswer> {
  const view = viewFor(visit.call);
  const months = await monthsPublished(visit);
  const chosen = months.find((month) => month === visit.query.get('month')) ?? months[0];
  const shown = { title: 'Download figures', at: downloadsPath };
  if (chosen === undefined) return figuresPage(visit, { ...shown, content: notYet });
  const open = figureFiles.filter(({ restricted }) => view === 'full' || !restricted);
  return figuresPage(visit, {
    ...shown,
    content: html`${monthForm(months, chosen)}${table({
      caption: `Files of ${monthInFull(chosen)}`,
      captionSize: 'm',
      isResponsive: true,
      rows: open,
      columns: [
        { heading: 'File', cell: ({ title }: FigureFileKind) => title, isRowHeader: true },
        {
          heading: 'What it holds',
          cell: ({ about, monthly }) => `${about}${monthly ? '' : ' As last counted, whatever the month.'}`,
        },
        { heading: 'Download', cell: (kind) => links(kind, chosen) },
      ],
    })}${view === 'released' && html`<p>The returns for national collections hold small numbers. Whoever sends them downloads them; in the role you act in you see figures that are safe to share.</p>`}<p>Every line says the day it is as at, when it was counted, by which version of the definitions and of the place’s policy, and by which rule small numbers are hidden. The JSON files say beside this when they were made and what each column means.</p><h2 class="nhsuk-heading-m">What the columns mean</h2>${open.map(columnsView)}`,
  });
}

/** The months that can be had, the last first. */
async function monthsPublished({ deps, call }: FiguresVisit): Promise<readonly string[]> {
  const facts = await deps.figures.facts(call.actor.place);
  const months = new Set<string>();
  for (const { code } of facts?.queues ?? [])
    for (const { month } of (await readSeries(deps, call, code, 24)).figures) months.add(month);
  return [...months].sort().reverse();
}

function monthForm(months: readonly string[], chosen: string): Html {
  return html`<form action="${downloadsPath}" method="get" novalidate>${select({
    id: 'month',
    name: 'month',
    label: 'Month',
    value: chosen,
    options: months.map((month) => ({ value: month, text: monthInFull(month) })),
  })}${button({ text: 'Show its files', variant: 'secondary' })}</form>`;
}

function links({ code, title, monthly }: FigureFileKind, month: string): Html {
  const query = monthly ? `?month=${month}` : '';
  const link = (ending: string, words: string) =>
    html`<a href="${downloadPath(`${code}.${ending}`)}${query}" download>${words}<span class="nhsuk-u-visually-hidden"> of ${title}</span></a>`;
  return html`${link('csv', 'CSV')}<br>${link('json', 'JSON')}`;
}

function columnsView({ title, columns }: FigureFileKind): Html {
  return details({
    summary: title,
    content: table({
      caption: `Columns of ${title}`,
      isCaptionHidden: true,
      rows: [placeColumn, ...columns, ...stampColumns],
      columns: [
        { heading: 'Column', cell: ({ name }) => name, isRowHeader: true },
        { heading: 'Meaning', cell: ({ meaning }) => meaning },
      ],
    }),
  });
}

async function downloadFile(visit: FiguresVisit): Promise<PageAnswer> {
  const { deps, call, params, query } = visit;
  const [code = '', ending = ''] = (params['file'] ?? '').split('.');
  const kind = figureFileOf(code);
  const month = monthSchema.optional().safeParse(query.get('month') ?? undefined);
  if (kind === undefined || !month.success || !['csv', 'json'].includes(ending)) throw figuresNotFound();
  const file = await readFigureFile(deps, call, kind, month.data);
  const name = [code, month.data].filter((part) => part !== undefined).join('-');
  return ending === 'csv'
    ? fileAnswer(`${name}.csv`, 'text/csv; charset=utf-8', figureCsv(file))
    : fileAnswer(`${name}.json`, 'application/json; charset=utf-8', JSON.stringify(figureJson(file)));
}
