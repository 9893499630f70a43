import { describe, expect, it } from 'vitest';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { breadcrumbs } from '../../../shared/http/html/components/breadcrumbs.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { footer } from '../../../shared/http/html/components/footer.ts';
import { header } from '../../../shared/http/html/components/header.ts';
import { heading } from '../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { pagination } from '../../../shared/http/html/components/pagination.ts';
import { panel } from '../../../shared/http/html/components/panel.ts';
import { skipLink } from '../../../shared/http/html/components/skip-link.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { type ColumnSort, table } from '../../../shared/http/html/components/table.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { warningCallout } from '../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { macro } from './macros.ts';
import { elements, normalised, normalisedElement, parseMarkup } from './markup.ts';

type Case = readonly [what: string, component: string, ours: Html, options: object];

const byName: ColumnSort = { direction: 'descending', href: '?sort=name&page=1' };
const byWait: ColumnSort = { direction: 'none', href: '?sort=wait' };

interface Row {
  readonly name: string;
  readonly wait: string;
}
const rows: readonly Row[] = [
  { name: 'Ada <b>', wait: '12' },
  { name: 'Grace', wait: '3' },
];

const cases: readonly Case[] = [
  [
    'two parents',
    'breadcrumb',
    breadcrumbs([
      { text: 'Lists', href: '/lists' },
      { text: 'OT & SALT', href: '/lists/ot' },
    ]),
    {
      items: [
        { text: 'Lists', href: '/lists' },
        { text: 'OT & SALT', href: '/lists/ot' },
      ],
    },
  ],
  [
    'first level with a caption',
    'heading',
    heading({ text: 'Ada', level: 1, size: 'l', caption: 'Waiting list' }),
    { text: 'Ada', level: 1, size: 'l', caption: 'Waiting list' },
  ],
  [
    'small, second level',
    'heading',
    heading({ text: 'Notes', level: 2, size: 's', id: 'notes' }),
    { text: 'Notes', level: 2, size: 's', id: 'notes' },
  ],
  ['closed', 'details', details({ summary: 'Why?', content: html`<p>So</p>` }), { summary: 'Why?', html: '<p>So</p>' }],
  [
    'open',
    'details',
    details({ summary: 'Why?', content: 'So', open: true }),
    { summary: 'Why?', text: 'So', open: true },
  ],
  ['text', 'inset-text', insetText('Told by letter'), { text: 'Told by letter' }],
  ['markup', 'inset-text', insetText(html`<p>a</p><p>b</p>`), { html: '<p>a</p><p>b</p>' }],
  ['coloured', 'tag', tag({ text: 'Near the limit', colour: 'yellow' }), { text: 'Near the limit', colour: 'yellow' }],
  [
    'plain',
    'card',
    card({ heading: 'Waiting', headingLevel: 2, content: '37' }),
    { heading: { text: 'Waiting', level: 2 }, description: '37' },
  ],
  [
    'feature with a link',
    'card',
    card({ heading: 'Waiting', headingLevel: 3, content: html`<p>x</p>`, variant: 'secondary', href: '/w', id: 'w' }),
    {
      heading: { text: 'Waiting', level: 3 },
      description: { html: '<p>x</p>' },
      variant: 'secondary',
      href: '/w',
      id: 'w',
    },
  ],
  [
    'warning',
    'warning-callout',
    warningCallout({ heading: 'Not brought', headingLevel: 3, content: html`<p>x</p>` }),
    { heading: 'Not brought', html: '<p>x</p>' },
  ],
  [
    'already important',
    'warning-callout',
    warningCallout({ heading: 'Important dates', headingLevel: 3, content: html`<p>x</p>` }),
    { heading: 'Important dates', html: '<p>x</p>' },
  ],
  [
    'done',
    'panel',
    panel({ heading: 'Saved', content: 'Your reference' }),
    { heading: { text: 'Saved' }, text: 'Your reference' },
  ],
  [
    'success with more',
    'notification-banner',
    notificationBanner({ variant: 'success', heading: 'Saved', content: html`<p>x</p>` }),
    { variant: 'success', heading: 'Saved', html: '<p>x</p>' },
  ],
  [
    'important, one of two',
    'notification-banner',
    notificationBanner({ variant: 'important', heading: 'Moved', id: 'moved' }),
    { heading: 'Moved', title: { id: 'moved-title' } },
  ],
  ['skip link', 'skip-link', skipLink(), {}],
  [
    'no, one and two actions',
    'summary-list',
    summaryList({
      rows: [
        { key: 'Name', value: 'Ada' },
        { key: 'Born', value: html`<b>1815</b>`, actions: [{ text: 'Change', hidden: 'date', href: '/c' }] },
        {
          key: 'Needs',
          value: 'x',
          actions: [
            { text: 'Add', hidden: 'need', href: '/a' },
            { text: 'See', hidden: 'needs', href: '/s' },
          ],
        },
      ],
    }),
    {
      rows: [
        { key: { text: 'Name' }, value: { text: 'Ada' } },
        {
          key: { text: 'Born' },
          value: { html: '<b>1815</b>' },
          actions: { items: [{ text: 'Change', visuallyHiddenText: 'date', href: '/c' }] },
        },
        {
          key: { text: 'Needs' },
          value: { text: 'x' },
          actions: {
            items: [
              { text: 'Add', visuallyHiddenText: 'need', href: '/a' },
              { text: 'See', visuallyHiddenText: 'needs', href: '/s' },
            ],
          },
        },
      ],
    },
  ],
  [
    'without borders',
    'summary-list',
    summaryList({ hasBorders: false, id: 'sum', rows: [{ key: 'Name', value: 'Ada' }] }),
    { border: false, id: 'sum', rows: [{ key: { text: 'Name' }, value: { text: 'Ada' } }] },
  ],
  [
    'both ways',
    'pagination',
    pagination({ previous: { href: '?b', label: '1 to 50' }, next: { href: '?a&b', label: '101 to 150' } }),
    { previous: { href: '?b', label: '1 to 50' }, next: { href: '?a&b', label: '101 to 150' } },
  ],
  [
    'onwards only',
    'pagination',
    pagination({ previous: null, next: { href: '?a' }, landmark: 'Waiting' }),
    { next: { href: '?a' }, ariaLabel: 'Waiting' },
  ],
  [
    'plain',
    'tables',
    table<Row>({
      caption: 'Waits',
      captionSize: 'm',
      rows,
      columns: [
        { heading: 'Name', cell: (row) => row.name },
        { heading: 'Wait', isNumeric: true, cell: (row) => row.wait },
      ],
    }),
    {
      caption: { text: 'Waits', size: 'm' },
      head: [{ text: 'Name' }, { text: 'Wait', format: 'numeric' }],
      rows: rows.map((row) => [{ text: row.name }, { text: row.wait }]),
    },
  ],
  [
    'sorted by the server, compact, with row headers',
    'tables',
    table<Row>({
      caption: 'Waits',
      isCompact: true,
      id: 'waits',
      tableClass: 'app-queue',
      rows,
      columns: [
        { heading: 'Name', isRowHeader: true, sort: byName, cell: (row) => row.name },
        { heading: 'Wait', sort: byWait, cell: (row) => html`<b>${row.wait}</b>`, cellClass: 'app-nowrap' },
        { heading: 'Do', isHeadingHidden: true, cell: () => 'x' },
      ],
    }),
    {
      caption: 'Waits',
      compact: true,
      id: 'waits',
      classes: 'app-queue',
      firstCellIsHeader: true,
      head: [
        { text: 'Name', href: byName.href, sort: 'descending' },
        { text: 'Wait', href: byWait.href, sort: true },
        { visuallyHiddenText: 'Do' },
      ],
      rows: rows.map((row) => [
        { text: row.name },
        { html: `<b>${row.wait}</b>`, classes: 'app-nowrap' },
        { text: 'x' },
      ]),
    },
  ],
  [
    'one block a row on a phone',
    'tables',
    table<Row>({
      caption: 'Waits',
      isResponsive: true,
      rows,
      columns: [
        { heading: 'Name', isRowHeader: true, cell: (row) => row.name },
        { heading: 'Wait', cell: (row) => html`<b>${row.wait}</b>` },
      ],
    }),
    {
      caption: 'Waits',
      responsive: true,
      firstCellIsHeader: true,
      head: [{ text: 'Name' }, { text: 'Wait' }],
      rows: rows.map((row) => [{ text: row.name }, { html: `<b>${row.wait}</b>` }]),
    },
  ],
  [
    'links',
    'footer',
    footer({ links: [{ text: 'Help', href: '/help' }], organisation: 'Liverpool' }),
    { meta: { items: [{ text: 'Help', href: '/help' }] }, copyright: 'Liverpool' },
  ],
];

describe('page components draw what nhsuk-frontend draws', () => {
  it.each(cases)('%s %s', (_, component, ours, options) => {
    expect(normalised(ours.markup)).toBe(normalised(macro(component, options)));
  });

  it('back link, inside a landmark of its own', () => {
    const [link] = elements(
      parseMarkup(backLink({ href: '/x', text: 'Back to list' }).markup),
      (element) => element.tag === 'a',
    );
    expect(link && normalisedElement(link)).toBe(normalised(macro('back-link', { href: '/x', text: 'Back to list' })));
  });

  it('header: account and menu as the package, without the NHS logo', () => {
    const ours = parseMarkup(
      header({
        organisation: 'Liverpool',
        logo: null,
        serviceName: 'SEND waiting lists',
        homeHref: '/',
        account: {
          name: 'Rosa',
          role: 'Clinician',
          changeRoleHref: '/role',
          signOut: { action: '/out', csrfToken: 't' },
        },
        navigation: [
          { text: 'Lists', href: '/lists', isCurrent: true },
          { text: 'Find', href: '/find', isCurrent: false },
        ],
      }).markup,
    );
    const theirs = parseMarkup(
      macro('header', {
        service: { text: 'SEND waiting lists', href: '/' },
        organisation: { name: 'Liverpool' },
        account: {
          items: [
            { icon: true, html: '<span><bdi>Rosa</bdi> <span class="app-header__role">· Clinician</span></span>' },
            { text: 'Change role', href: '/role' },
            { text: 'Sign out', action: '/out' },
          ],
        },
        navigation: {
          items: [
            { text: 'Lists', href: '/lists', current: true },
            { text: 'Find', href: '/find' },
          ],
        },
      }),
    );
    for (const part of ['nhsuk-header__account', 'nhsuk-header__navigation']) {
      const pick = (nodes: typeof ours): string[] =>
        elements(nodes, (element) => element.tag === 'nav' && element.attributes.get('class') === part).map(
          normalisedElement,
        );
      // Our sign-out is a form that changes something, so it carries the token that the package's does not know of.
      expect(pick(ours).map((text) => text.replace(/ *<input name="csrf"[^\n]*\n/, ''))).toEqual(pick(theirs));
      expect(pick(theirs)).toHaveLength(1);
    }
    const svgs = elements(ours, (element) => element.tag === 'svg');
    expect(svgs.map((element) => element.attributes.get('class'))).toEqual(['nhsuk-icon nhsuk-icon--user']);
  });
});
