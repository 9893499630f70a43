/** The dated duties in figures: health checks, budgets, assessments in care, advice for EHC assessments. */
import { readDuties } from '../../../shared/application/indicators/read-figures.ts';
import type { DutyFigure } from '../../../shared/domain/indicator/duty-figures.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { cataloguePath, dutyFiguresPath } from '../addresses.ts';
import { freshness, releasedWords, shown } from './figure-words.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';

export const dutyFigureRoutes = [actingPage<FiguresWorld>('GET', dutyFiguresPath, 'indicator.read', dutiesPage)];

async function dutiesPage(visit: FiguresVisit): Promise<PageAnswer> {
  const title = 'Duties to children and young people';
  const read = await ifPublished(readDuties(visit.deps, visit.call));
  if (read === undefined) return figuresPage(visit, { title, at: dutyFiguresPath, content: notYet });
  const { view, figures } = read;
  return figuresPage(visit, {
    title,
    at: dutyFiguresPath,
    content: html`${freshness(figures.stamp)}${releasedWords(view)}${table({
      caption: 'Duties',
      isCaptionHidden: true,
      isResponsive: true,
      rows: figures.figures,
      columns: [
        {
          heading: 'Duty',
          cell: ({ label, indicator }: DutyFigure) => html`<a href="${cataloguePath}#${indicator}">${label}</a>`,
          isRowHeader: true,
        },
        { heading: 'Period', cell: ({ period }) => period },
        { heading: 'Done', cell: ({ numerator }) => shown(numerator), isNumeric: true },
        { heading: 'Of', cell: ({ denominator }) => shown(denominator), isNumeric: true },
        { heading: 'Share', cell: ({ percent }) => shown(percent, '%'), isNumeric: true },
      ],
    })}`,
  });
}
