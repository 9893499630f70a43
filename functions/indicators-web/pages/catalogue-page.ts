/** What every figure means, and which promise of the strategy it proves. */
import { catalogue } from '../../../shared/domain/indicator/catalogue/catalogue.ts';
import type { Indicator } from '../../../shared/domain/indicator/catalogue/indicator.ts';
import { prioritiesOf } from '../../../shared/domain/indicator/catalogue/priorities.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { type Html, html, joined } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { cataloguePath } from '../addresses.ts';
import { type FiguresVisit, figuresPage } from './parts.ts';

export const catalogueRoutes = [actingPage<FiguresWorld>('GET', cataloguePath, 'indicator.read', cataloguePage)];

async function cataloguePage(visit: FiguresVisit): Promise<PageAnswer> {
  return figuresPage(visit, {
    title: 'What the figures mean',
    at: cataloguePath,
    content: html`${promises(visit.policy.place.id)}<h2 class="nhsuk-heading-m">Definitions</h2>${catalogue.map(indicatorView)}`,
  });
}

function promises(place: string): Html {
  const named = new Map(catalogue.map(({ code, name }) => [code, name]));
  return html`${prioritiesOf(place).map(
    ({ strategy, number, name, promises: all }) =>
      html`<h2 class="nhsuk-heading-m">Priority ${number}: ${name}</h2><p class="app-secondary">${strategy}</p><ul class="nhsuk-list nhsuk-list--bullet">${all.map(
        ({ promise, indicators, queues }) =>
          html`<li><strong>${promise}</strong>${queues !== undefined && ` (${queues.join(', ')})`}: ${joined(
            indicators.map((code) => html`<a href="#${code}">${named.get(code) ?? code}</a>`),
            ', ',
          )}</li>`,
      )}</ul>`,
  )}`;
}

function indicatorView({ code, name, version, ...indicator }: Indicator): Html {
  return html`<h3 class="nhsuk-heading-s" id="${code}">${name}</h3>${summaryList({
    rows: [
      { key: 'Definition', value: indicator.definition },
      { key: 'Numerator', value: indicator.numerator ?? undefined },
      { key: 'Denominator', value: indicator.denominator ?? undefined },
      { key: 'Unit', value: indicator.unit },
      { key: 'When', value: indicator.calendar },
      { key: 'Target', value: indicator.target ?? 'None set' },
      { key: 'Source', value: indicator.source },
      { key: 'Owner', value: indicator.owner },
      { key: 'Version', value: String(version) },
    ],
  })}`;
}
