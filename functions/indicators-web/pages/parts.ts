/** What the pages of figures share: where one is among them, and what is said before the first census. */
import { isDomainError } from '../../../shared/domain/error.ts';
import { subNavigation } from '../../../shared/http/html/components/sub-navigation.ts';
import { type Content, type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../shared/http/page/visit.ts';
import {
  cataloguePath,
  downloadsPath,
  dutyFiguresPath,
  equityPath,
  overviewPath,
  packsPath,
  risksPath,
} from '../addresses.ts';

export type FiguresVisit = ActingVisit<FiguresWorld>;

const views = [
  { text: 'Waiting lists', href: overviewPath },
  { text: 'Equity', href: equityPath },
  { text: 'Duties', href: dutyFiguresPath },
  { text: 'Risks', href: risksPath },
  { text: 'Board packs', href: packsPath },
  { text: 'Download', href: downloadsPath },
  { text: 'Definitions', href: cataloguePath },
];

export function figuresPage(
  { policy }: FiguresVisit,
  {
    title,
    at,
    content,
    before,
  }: { readonly title: string; readonly at: string; readonly content: Content; readonly before?: Html },
): PageAnswer {
  return page({
    title,
    section: 'indicators',
    isWide: true,
    ...(before === undefined ? {} : { beforeContent: before }),
    content: html`<span class="nhsuk-caption-l">${policy.place.name}</span><h1 class="nhsuk-heading-l">${title}</h1>${subNavigation(
      { landmark: 'Figures', views: views.map((view) => ({ ...view, isCurrent: view.href === at })) },
    )}${content}`,
  });
}

/** The figures; undefined before there are any. */
export async function ifPublished<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (problem) {
    if (isDomainError(problem, 'not-found')) return undefined;
    throw problem;
  }
}

export const notYet = html`<p>There are no figures yet. They are counted every hour from 8am to 6pm on working days, and published at the end of each month.</p>`;
