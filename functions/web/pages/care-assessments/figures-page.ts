/** Raw counts of the health assessments due in a period: initial and review, whole and by placing authority. */
import {
  type CareCounts,
  type CareFigures,
  countCare,
} from '../../../../shared/application/care-assessment/count-care.ts';
import { financialYearOf } from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { delayOwners } from '../../../../shared/domain/care-assessment/facts.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { figuresOfPeriod } from '../cases/figures-of-period.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { percent } from '../queues/percent.ts';
import { careFiguresPath, carePath } from './addresses.ts';
import { ownerNames } from './care-words.ts';

export function careFiguresPage(visit: ActingVisit): Promise<PageAnswer> {
  return figuresOfPeriod(visit, {
    title: 'Figures of health assessments in care',
    path: careFiguresPath,
    back: { href: carePath, text: 'Health assessments in care' },
    // The financial year so far is shown first, as the published indicator counts it.
    usualFirst: financialYearOf(visit.today).first,
    figures: async (period) => figuresView(await countCare(visit.deps, visit.call, period)),
  });
}

function figuresView({ period, whole, authorities, policyVersion }: CareFigures): Html {
  const { initial, reviews } = whole;
  const figure = (name: string, part: number, all: number) => ({
    name,
    value: percent(part, all) ?? 'Nobody',
    note: `${part} of ${all}`,
  });
  return html`<h2 class="nhsuk-heading-m">Due from ${formatDate(period.from)} to ${formatDate(period.to)}</h2><p>Small numbers stand as they are: do not pass them on.</p>${figuresStrip(
    [
      figure('Plan returned in 20 working days', initial.returned, initial.denominator),
      figure('Seen in 20 working days', initial.seen, initial.denominator),
      figure('Plan returned in 20 days (stretch)', initial.returnedStretch, initial.denominator),
      figure('Reviews seen in time', reviews.seen, reviews.denominator),
    ],
  )}${initialView(whole)}${reviewsView(whole)}${authorities.length > 0 && authoritiesTable(authorities)}<p class="app-secondary">Counted from every record just now, as it stood on ${formatDate(period.to)}, with version ${policyVersion} of the place’s policy. Late paperwork is no exclusion.</p>`;
}

function initialView({ initial }: CareCounts): Html {
  const { denominator, seenStretch, excluded, refused, lateBy } = initial;
  return html`<h3 class="nhsuk-heading-s">Initial assessments</h3>${summaryList({
    rows: [
      { key: 'Due, and counted', value: denominator },
      { key: 'Seen within 20 days', value: seenStretch },
      { key: 'Not counted: care ended before the due day', value: excluded['care-ended'] },
      { key: 'Not counted: assessed in the 3 months before', value: excluded['assessed-before'] },
      { key: 'Not counted: short breaks', value: excluded['short-breaks'] },
      { key: 'Apart: competent refusal', value: refused },
      ...delayOwners.map((owner) => ({
        key: `Late because of: ${ownerNames[owner].toLowerCase()}`,
        value: lateBy[owner],
      })),
      { key: 'Late, cause not recorded', value: lateBy['not-recorded'] },
    ],
  })}`;
}

function reviewsView({ reviews }: CareCounts): Html {
  return html`<h3 class="nhsuk-heading-s">Review assessments</h3>${summaryList({
    rows: [
      { key: 'Due, and counted', value: reviews.denominator },
      { key: 'Seen late', value: reviews.seenLate },
      { key: 'Not seen yet', value: reviews.notSeen },
      { key: 'Not counted: care ended before the due day', value: reviews.careEnded },
      { key: 'Apart: competent refusal', value: reviews.refused },
    ],
  })}`;
}

function authoritiesTable(authorities: CareFigures['authorities']): Html {
  return table({
    caption: 'By placing authority',
    captionSize: 'm',
    isResponsive: true,
    rows: authorities,
    columns: [
      { heading: 'Authority', isRowHeader: true, cell: ({ authority }) => html`<bdi>${authority}</bdi>` },
      { heading: 'Initial due', isNumeric: true, cell: ({ counts }) => counts.initial.denominator },
      { heading: 'Returned in time', isNumeric: true, cell: ({ counts }) => counts.initial.returned },
      { heading: 'Seen in time', isNumeric: true, cell: ({ counts }) => counts.initial.seen },
      { heading: 'Reviews due', isNumeric: true, cell: ({ counts }) => counts.reviews.denominator },
      { heading: 'Reviews in time', isNumeric: true, cell: ({ counts }) => counts.reviews.seen },
    ],
  });
}
