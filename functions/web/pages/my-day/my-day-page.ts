/** My day: everything due, late or waited for of the reader's services, in one order. Made to be printed as it stands. */
import {
  DAYS_AHEAD,
  type DayFilter,
  type DayItem,
  type DayPart,
  dayParts,
  MOST_OF_A_DAY,
  type MyDay,
  myDay,
} from '../../../../shared/application/my-day.ts';
import { ageOn } from '../../../../shared/domain/calendar/age.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type CaseKind, caseKinds } from '../../../../shared/domain/case/case-kinds.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { kindWords } from '../alerts/alert-words.ts';
import { casePath } from '../cases/addresses.ts';
import { caseNames } from '../cases/case-names.ts';
import { waitingWords } from '../cases/case-words.ts';
import { dueFact } from '../cases/due-fact.ts';
import { casePages } from '../cases/duties.ts';
import { serviceName } from '../cases/list-filters.ts';
import { withReturn } from '../own-address.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { referralPath } from '../referrals/addresses.ts';

export const myDayPath = '/my-day';

export const myDayRoutes: readonly PageRoute[] = [actingPage('GET', myDayPath, 'case.list', myDayPage)];

const partNames: Readonly<Record<DayPart, string>> = {
  late: 'Late',
  today: 'Due today',
  ahead: 'Due soon',
  waiting: 'Waiting on others',
};
const kindsAsked: readonly (CaseKind | 'referral')[] = ['referral', ...caseKinds];
const kindName = (kind: CaseKind | 'referral') => (kind === 'referral' ? 'Waiting lists' : caseNames[kind].many);

interface DayQuery {
  readonly part: readonly DayPart[];
  readonly kind: readonly (CaseKind | 'referral')[];
  readonly service: string | null;
  readonly days: number;
}

async function myDayPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readQuery(visit.query);
  const filter: DayFilter = {
    parts: query.part,
    kinds: query.kind,
    service: query.service ?? undefined,
    days: query.days,
  };
  const found = await myDay(visit.deps, visit.call, filter);
  const isFiltered = addressOf(query) !== myDayPath;
  return page({
    title: 'My day',
    section: 'my-day',
    isWide: true,
    content: html`${pageHeading('My day', visit.policy.place.name)}<p class="app-list-moment">As at ${momentInWords(visit.now)}, for ${teamsInWords(visit, found)}. Due up to ${formatDate(found.day)} and ${query.days} days more.</p>${figuresStrip(
      dayParts.map((part) => ({
        name: partNames[part],
        value: String(found.counts[part]),
        href: addressOf({ ...query, part: [part] }),
      })),
    )}${filterPanel({
      action: myDayPath,
      chosen: chosenOf(visit, query),
      clearHref: myDayPath,
      fields: fieldsOf(visit, query, found),
      hidden: {},
      isOpen: found.items.length === 0 && isFiltered,
    })}${!found.complete && insetText('A list is too long to be looked at whole: not everything is here. Filter by team.')}${
      found.items.length === 0 ? nothing(found, isFiltered) : filled(visit, query, found)
    }`,
  });
}

function teamsInWords({ policy }: ActingVisit, { services }: MyDay): string {
  return services.length === 0 ? 'no team' : services.map((service) => serviceName(policy, service)).join(', ');
}

function nothing({ services }: MyDay, isFiltered: boolean): Html {
  if (services.length === 0)
    return insetText('You have not been given any service of this place. Ask whoever manages access in your place.');
  return html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">${isFiltered ? 'Nothing matches these filters' : 'Nothing is due'}</h2><p>The records were read just now.${isFiltered && html` <a href="${myDayPath}">See the whole day</a>`}</p></div>`;
}

function filled(visit: ActingVisit, query: DayQuery, { items, total, day }: MyDay): Html {
  const back = addressOf(query);
  const columns: readonly Column<DayItem>[] = [
    {
      heading: 'Name',
      isRowHeader: true,
      cell: ({ of, row }) =>
        html`<a href="${withReturn(of === 'case' ? casePath(row) : referralPath(row), back)}">${nameOf(row)}</a><br><span class="app-secondary">aged ${ageOn(row.birthDate, day)}</span>`,
    },
    { heading: 'What', cell: (item) => whatOf(item, visit) },
    { heading: 'Due', cell: (item) => dueOf(item, visit) },
    { heading: 'Next step', cell: (item) => waitingWords(item) ?? '' },
  ];
  const said =
    items.length === total
      ? html`<strong>${total}</strong>`
      : html`The first <strong>${items.length} of ${total}</strong>`;
  return html`<p class="app-list-count" id="list">${said}, the first due first.${items.length < total && ` At most ${MOST_OF_A_DAY} are shown: filter to see others.`}</p>${table<DayItem>(
    {
      caption: 'What is due',
      isCaptionHidden: true,
      isResponsive: true,
      isCompact: true,
      tableClass: 'app-blocks',
      rows: items,
      columns,
    },
  )}<p class="app-print-only">Printed for ${visit.staff.name}. Holds personal information: keep it safe and destroy it when done.</p>`;
}

function whatOf(item: DayItem, { policy }: ActingVisit): Content {
  if (item.of === 'case') return caseNames[item.row.kind].one;
  return policy.queues.find(({ code }) => code === item.row.queue)?.name ?? item.row.queue;
}

function dueOf(item: DayItem, { today }: ActingVisit): Content {
  if (item.of === 'case') return dueFact(item.row, casePages.get(item.row.kind)?.dueWords ?? kindWords, today);
  return dueFact({ due: { on: item.on, what: item.duty } }, kindWords, today);
}

function fieldsOf({ policy, actor }: ActingVisit, query: DayQuery, _found: MyDay): readonly Html[] {
  const part = checkboxes({
    id: 'filter-part',
    name: 'part',
    legend: { text: 'When', size: 's' },
    choices: dayParts.map((value) => ({ value, text: partNames[value] })),
    values: query.part,
    small: true,
  });
  const kind = checkboxes({
    id: 'filter-kind',
    name: 'kind',
    legend: { text: 'What', size: 's' },
    choices: kindsAsked.map((value) => ({ value, text: kindName(value) })),
    values: query.kind,
    small: true,
  });
  const service = select({
    id: 'filter-service',
    name: 'service',
    label: { text: 'Team', size: 's' },
    value: query.service ?? '',
    options: [
      { value: '', text: 'All my teams' },
      ...actor.services.map((value) => ({ value, text: serviceName(policy, value) })),
    ],
  });
  const days = select({
    id: 'filter-days',
    name: 'days',
    label: { text: 'Days ahead', size: 's' },
    value: String(query.days),
    options: daysAsked.map((value) => ({ value: String(value), text: String(value) })),
  });
  return [part, kind, html`${service}${days}`];
}

const daysAsked = [0, 7, 14, 28] as const;

function chosenOf({ policy }: ActingVisit, query: DayQuery) {
  return [
    ...query.part.map((one) => ({
      text: partNames[one],
      removeHref: addressOf({ ...query, part: query.part.filter((other) => other !== one) }),
    })),
    ...query.kind.map((one) => ({
      text: kindName(one),
      removeHref: addressOf({ ...query, kind: query.kind.filter((other) => other !== one) }),
    })),
    ...(query.service === null
      ? []
      : [{ text: `Team: ${serviceName(policy, query.service)}`, removeHref: addressOf({ ...query, service: null }) }]),
    ...(query.days === DAYS_AHEAD
      ? []
      : [{ text: `Days ahead: ${query.days}`, removeHref: addressOf({ ...query, days: DAYS_AHEAD }) }]),
  ];
}

/** @throws `invalid` `filter-unknown`: a list that silently shows more than was asked is a hazard. */
function readQuery(query: URLSearchParams): DayQuery {
  const days = query.get('days') || String(DAYS_AHEAD);
  const known = daysAsked.find((one) => String(one) === days);
  if (known === undefined) throw unknownFilter();
  return {
    part: severalOf(query, 'part', dayParts),
    kind: severalOf(query, 'kind', kindsAsked),
    service: query.get('service') || null,
    days: known,
  };
}

function addressOf({ part, kind, service, days }: DayQuery): string {
  const search = new URLSearchParams();
  for (const one of part) search.append('part', one);
  for (const one of kind) search.append('kind', one);
  if (service !== null) search.set('service', service);
  if (days !== DAYS_AHEAD) search.set('days', String(days));
  const text = search.toString();
  return text === '' ? myDayPath : `${myDayPath}?${text}`;
}

function severalOf<T extends string>(query: URLSearchParams, name: string, codes: readonly T[]): readonly T[] {
  const asked = query.getAll(name).filter((code) => code !== '');
  if (asked.some((code) => !codes.some((one) => one === code))) throw unknownFilter();
  return codes.filter((code) => asked.includes(code));
}

function unknownFilter() {
  return invalid('filter-unknown', 'This address asks for a day in a way that is not known. Start from the list again');
}
