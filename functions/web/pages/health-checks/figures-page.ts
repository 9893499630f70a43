/** The raw counts of a financial year, whole and by practice, against what the place aims at. */
import {
  countHealthChecks,
  FIRST_YEAR,
  type HealthCheckFigures,
} from '../../../../shared/application/health-checks/count-health-checks.ts';
import { financialYearOf } from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { practiceName } from '../../../../shared/domain/health-check/health-check-policy.ts';
import type { HealthCheckCounts } from '../../../../shared/domain/health-check/indicator.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { percent } from '../queues/percent.ts';
import { healthCheckFiguresPath, healthChecksPath } from './addresses.ts';

export async function healthCheckFiguresPage(visit: ActingVisit): Promise<PageAnswer> {
  const asked = visit.query.get('year');
  const figures = await countHealthChecks(visit.deps, visit.call, asked === null ? undefined : Number(asked));
  const { whole, year, asAt } = figures;
  return page({
    title: 'Health check figures',
    section: 'duties',
    isWide: true,
    beforeContent: backLink({ href: healthChecksPath, text: 'Health checks' }),
    content: html`${pageHeading(`Health checks in ${year.label}`, visit.policy.place.name)}<p class="app-list-moment"><strong>1 April ${year.startYear} to ${formatDate(asAt)}</strong>${asAt < year.last && ', as far as the year has come'}. Small numbers stand as they are: do not pass them on.</p>${figuresStrip(
      [
        { name: 'Checked', value: share(whole.checked, whole.eligible), note: ofAll(whole.checked, whole.eligible) },
        {
          name: 'Checked, with a plan',
          value: share(whole.withPlan, whole.eligible),
          note: ofAll(whole.withPlan, whole.eligible),
        },
        { name: 'Aim', value: `${figures.target.percent}%`, note: figures.target.label },
        { name: 'Declined', value: String(whole.declined), note: 'and not checked since' },
      ],
    )}${bothViews(whole)}${practicesTable(visit, figures)}${years(visit, figures)}<p class="app-secondary">Checks done outside the practice are counted here; national figures miss them. Counted from every record with version ${figures.policyVersion} of the place’s policy.</p>`,
  });
}

function share(part: number, all: number): string {
  return percent(part, all) ?? 'Nobody';
}

function ofAll(part: number, all: number): string {
  return `${part} of ${all}`;
}

/** The two denominators, each with what it leaves out. */
function bothViews(counts: HealthCheckCounts): Html {
  const { checked, withPlan, withPlanAndEthnicity, eligible, eligibleWithoutDeclined } = counts;
  const of = (part: number, all: number) => `${share(part, all)} (${ofAll(part, all)})`;
  return summaryList({
    rows: [
      { key: 'Headline: checked, of everybody eligible', value: of(checked, eligible) },
      { key: 'Incentive view: checked, declines left out', value: of(checked, eligibleWithoutDeclined) },
      { key: 'Incentive view: with a plan', value: of(withPlan, eligibleWithoutDeclined) },
      {
        key: 'Incentive view: with a plan and ethnicity recorded',
        value: of(withPlanAndEthnicity, eligibleWithoutDeclined),
      },
    ],
  });
}

function practicesTable({ policy }: ActingVisit, { practices }: HealthCheckFigures): Html {
  if (practices.length === 0) return html`<p>There are no records yet.</p>`;
  return table({
    caption: 'By GP practice',
    captionSize: 'm',
    isResponsive: true,
    rows: practices,
    columns: [
      {
        heading: 'GP practice',
        isRowHeader: true,
        cell: ({ practice }) => practiceName(policy.healthChecks, practice),
      },
      { heading: 'Eligible', isNumeric: true, cell: ({ counts }) => counts.eligible },
      { heading: 'Checked', isNumeric: true, cell: ({ counts }) => counts.checked },
      { heading: 'Share', isNumeric: true, cell: ({ counts }) => share(counts.checked, counts.eligible) },
      { heading: 'With a plan', isNumeric: true, cell: ({ counts }) => counts.withPlan },
      { heading: 'Declined', isNumeric: true, cell: ({ counts }) => counts.declined },
    ],
  });
}

/** This year and the four before it. */
function years({ today }: ActingVisit, { year }: HealthCheckFigures): Html {
  const { startYear } = financialYearOf(today);
  const all = [0, 1, 2, 3, 4].map((back) => startYear - back).filter((start) => start >= FIRST_YEAR);
  return html`<h2 class="nhsuk-heading-s">Other years</h2><ul class="nhsuk-list app-no-print">${all
    .filter((start) => start !== year.startYear)
    .map(
      (start) =>
        html`<li><a href="${healthCheckFiguresPath}?year=${start}">${start}-${String(start + 1).slice(2)}</a></li>`,
    )}</ul>`;
}
