/** A board pack as a document: the same for a draft and for a signed copy, and made to be printed on A4. */
import type { BoardPack } from '../../../../shared/domain/board/board-pack.ts';
import { isSigned } from '../../../../shared/domain/board/board-pack.ts';
import type { PackContent, PackQueue } from '../../../../shared/domain/board/pack-document.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { DutyFigure } from '../../../../shared/domain/indicator/duty-figures.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { cataloguePath, commentPath } from '../../addresses.ts';
import { freshness, releasedWords, shown } from '../figure-words.ts';
import { longest } from '../overview.ts';
import type { FiguresVisit } from '../parts.ts';
import { riskTable } from '../risks/risk-table.ts';
import { levelNames } from '../risks/risk-words.ts';
import { writtenWords } from '../writer-words.ts';
import { queueView } from './queue-view.ts';

export interface PackViewProps {
  readonly content: PackContent;
  /** The day by which owners' dates are judged: today for a draft, the day of signing for a copy. */
  readonly today: LocalDate;
  /** Whether it is signed, and what follows. */
  readonly head: Content;
  /** Of a draft: who looks at it, for the ways to write in it. */
  readonly ways?: { readonly visit: FiguresVisit; readonly pack: BoardPack };
}

export function packView({ content, today, head, ways }: PackViewProps): Html {
  const { place, organisation, period, queues, notPublished } = content;
  const comment = (section: string, name: string) => commentView(content, section, name, ways);
  return html`<article class="app-pack"><span class="nhsuk-caption-l">${organisation}</span><h1 class="nhsuk-heading-l">SEND Partnership Board pack, ${place.name}: ${period.name}</h1>${head}<p>${formatDate(period.from)} to ${formatDate(period.to)}.</p>${releasedWords(content.view)}<h2 class="nhsuk-heading-m">Summary</h2>${comment('summary', 'summary')}${overviewTable(queues)}${
    notPublished.length > 0 && html`<p>Nothing was published by then of: ${notPublished.join(', ')}.</p>`
  }${queues.map((queue) =>
    queueView(queue, comment(`queue-${queue.queue}`, queue.name)),
  )}<section class="app-pack__part"><h2 class="nhsuk-heading-m">Who waits longer</h2>${equityView(queues)}${comment('equity', 'who waits longer')}</section><section class="app-pack__part"><h2 class="nhsuk-heading-m">Duties to children and young people</h2>${dutiesView(content)}${comment('duties', 'duties')}</section><section class="app-pack__part"><h2 class="nhsuk-heading-m">The strategy’s promises, and the evidence</h2>${content.priorities.map(priorityView)}${comment('priorities', 'the strategy’s promises')}</section><section class="app-pack__part"><h2 class="nhsuk-heading-m">Risks</h2>${risksView(content, today)}${comment('risks', 'risks')}</section></article>`;
}

/** What somebody wrote of a section, with who and when; in a draft, the way to write it. */
function commentView({ comments }: PackContent, section: string, name: string, ways: PackViewProps['ways']): Html {
  const comment = comments[section];
  const may =
    ways !== undefined &&
    !isSigned(ways.pack) &&
    can(ways.visit.actor, 'board.write', anythingOf(ways.visit.actor)) === 'allowed';
  return html`${
    comment !== undefined &&
    html`<div class="app-pack__comment"><p class="app-typed">${comment.text}</p><p class="app-secondary">${writtenWords(comment)}</p></div>`
  }${
    may &&
    html`<p class="app-no-print"><a href="${commentPath(ways.pack.period, section)}">${comment === undefined ? 'Write' : 'Change'} commentary<span class="nhsuk-u-visually-hidden"> on ${name}</span></a></p>`
  }`;
}

function overviewTable(queues: readonly PackQueue[]): Html {
  return table<PackQueue>({
    caption: 'Waiting lists',
    captionSize: 's',
    isResponsive: true,
    rows: queues,
    columns: [
      {
        heading: 'Waiting list',
        isRowHeader: true,
        cell: ({ name, isOfPeriod, stamp }) =>
          isOfPeriod ? name : html`${name} <span class="app-secondary">as at ${formatDate(stamp.asAt)}</span>`,
      },
      { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
      {
        heading: 'Within standard',
        cell: ({ percentWithin, standard }) =>
          html`${shown(percentWithin, '%')}<br><span class="app-secondary">${standard.name}</span>`,
        isNumeric: true,
      },
      { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
      { heading: '92nd percentile, weeks', cell: ({ p92Weeks }) => shown(p92Weeks), isNumeric: true },
      { heading: 'Longest', cell: longest, isNumeric: true },
      { heading: 'Over 52 weeks', cell: ({ over52Weeks }) => shown(over52Weeks), isNumeric: true },
    ],
  });
}

function equityView(queues: readonly PackQueue[]): Html {
  const gaps = queues.flatMap(({ name, gaps: of }) => of.map((gap) => ({ name, ...gap })));
  const adults = queues.flatMap(({ name, adults: group }) => (group === null ? [] : [{ name, ...group }]));
  return html`${
    gaps.length === 0
      ? html`<p>There is not enough data to tell groups apart.</p>`
      : html`<p>The first group less the second. Below 0, fewer of the first are within the standard, or they have waited fewer days.</p>${table(
          {
            caption: 'Gaps between groups',
            captionSize: 's',
            isResponsive: true,
            isCompact: true,
            rows: gaps,
            columns: [
              { heading: 'Waiting list', cell: ({ name }) => name, isRowHeader: true },
              { heading: 'Groups', cell: ({ groupLabel, againstLabel }) => `${groupLabel} and ${againstLabel}` },
              {
                heading: 'Within standard, points',
                cell: ({ percentPoints }) => shown(percentPoints),
                isNumeric: true,
              },
              { heading: 'Median, days', cell: ({ medianDays }) => shown(medianDays), isNumeric: true },
              {
                heading: 'Waiting',
                cell: ({ groupOpen, againstOpen }) => `${shown(groupOpen)} and ${shown(againstOpen)}`,
                isNumeric: true,
              },
            ],
          },
        )}`
  }${
    adults.length > 0 &&
    table({
      caption: 'Aged 18 to 25',
      captionSize: 's',
      isResponsive: true,
      isCompact: true,
      rows: adults,
      columns: [
        { heading: 'Waiting list', cell: ({ name }) => name, isRowHeader: true },
        { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
        { heading: 'Within standard', cell: ({ percentWithin }) => shown(percentWithin, '%'), isNumeric: true },
        { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
      ],
    })
  }`;
}

function dutiesView({ duties }: PackContent): Html {
  if (duties === null) return html`<p>No figures of duties were published by then.</p>`;
  return html`${freshness(duties.stamp)}${table<DutyFigure>({
    caption: 'Duties',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows: duties.figures,
    columns: [
      { heading: 'Duty', cell: ({ label }) => label, isRowHeader: true },
      { heading: 'Period', cell: ({ period }) => period },
      { heading: 'Done', cell: ({ numerator }) => shown(numerator), isNumeric: true },
      { heading: 'Of', cell: ({ denominator }) => shown(denominator), isNumeric: true },
      { heading: 'Share', cell: ({ percent }) => shown(percent, '%'), isNumeric: true },
    ],
  })}`;
}

function priorityView({ number, name, strategy, promises }: PackContent['priorities'][number]): Html {
  return html`<h3 class="nhsuk-heading-s">Priority ${number}: ${name}</h3><p class="app-secondary">${strategy}</p>${promises.map(
    ({ promise, evidence }) =>
      html`<p><strong>${promise}</strong></p><ul class="nhsuk-list nhsuk-list--bullet">${evidence.map(
        ({ indicator, name: told, figures }) =>
          html`<li><a href="${cataloguePath}#${indicator}">${told}</a>: ${
            figures.length === 0
              ? 'not enough data'
              : joined(
                  figures.map(({ of, figure, unit }) => html`${of} <strong>${shown(figure, unit)}</strong>`),
                  '; ',
                )
          }</li>`,
      )}</ul>`,
  )}`;
}

function risksView({ risks, closedRisks }: PackContent, today: LocalDate): Html {
  const listed = risks.map((risk) => ({ ...risk, isOpen: true }));
  const part = (level: 'board' | 'group') => {
    const those = listed.filter((risk) => risk.level === level);
    return those.length > 0 && riskTable(levelNames[level], those, today);
  };
  const escalations = risks.flatMap(({ details, escalated }) =>
    escalated === null ? [] : [{ title: details.title, ...escalated }],
  );
  return html`${risks.length === 0 && html`<p>No risk is open.</p>`}${part('board')}${
    escalations.length > 0 &&
    html`<ul class="nhsuk-list nhsuk-list--bullet">${escalations.map(
      ({ title, on, reason }) =>
        html`<li><bdi>${title}</bdi>, escalated on ${formatDate(on)}: <span class="app-typed">${reason}</span></li>`,
    )}</ul>`
  }${part('group')}${
    closedRisks.length > 0 &&
    html`<h3 class="nhsuk-heading-s">Closed in the period</h3><ul class="nhsuk-list nhsuk-list--bullet">${closedRisks.map(
      ({ title, on, reason }) =>
        html`<li><bdi>${title}</bdi>, ${formatDate(on)}: <span class="app-typed">${reason}</span></li>`,
    )}</ul>`
  }`;
}
