/** A waiting list as a clinician sees it: filters, fifty rows, choosing several, the pages before and after. */

import { filterPanel } from '../../../shared/http/html/components/filter-panel.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../shared/http/html/components/heading.ts';
import { actionBar, rowCheckbox } from '../../../shared/http/html/components/multi-select.ts';
import { pagination } from '../../../shared/http/html/components/pagination.ts';
import { select } from '../../../shared/http/html/components/select.ts';
import { statusTag } from '../../../shared/http/html/components/status.ts';
import { subNavigation } from '../../../shared/http/html/components/sub-navigation.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';

interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly days: number;
  readonly standing: 'within' | 'nearing' | 'breached';
  readonly stage: 'received' | 'waiting' | 'booked';
  readonly tier: 'urgent' | 'soon' | 'routine';
  readonly next: string;
  readonly flags: readonly ('ehc-plan' | 'looked-after')[];
  readonly needs: string;
}

const NAMES = [
  'ADEYEMI, Oluwaseun',
  'محمد, عبد الله',
  'O’BRIEN, Áine',
  'WOJCIECHOWSKA-FERNÁNDEZ, Maria Magdalena',
  '张, 伟',
  'SMITH, Jo',
  'KHAN, Aisha',
  'Björk',
];
const STAGES = ['received', 'waiting', 'booked'] as const;
const TIERS = ['urgent', 'soon', 'routine', 'routine', 'routine'] as const;

/** Rows that look like a list's, the same at every run. */
export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => {
    const days = (index * 37) % 200;
    return {
      id: `r${index}`,
      name: NAMES[index % NAMES.length] ?? '',
      born: `${(index % 28) + 1} ${['March', 'July', 'November'][index % 3]} ${2009 + (index % 12)} (${(index % 12) + 5})`,
      days,
      standing: days > 126 ? 'breached' : days > 98 ? 'nearing' : 'within',
      stage: STAGES[index % STAGES.length] ?? 'waiting',
      tier: TIERS[index % TIERS.length] ?? 'routine',
      next: ['Triage by 9 March', 'Offer an appointment', 'Seen on 12 March, 10:00'][index % 3] ?? '',
      flags: index % 4 === 0 ? ['ehc-plan'] : index % 7 === 0 ? ['looked-after'] : [],
      needs: index % 5 === 0 ? 'Interpreter: Polish' : index % 6 === 0 ? 'Quiet room, large print' : '',
    };
  });
}

/** The list of `count` rows. */
export function queueSample(count: number): Html {
  return html`
${pageHeading('Speech and language therapy', 'Waiting list')}
${subNavigation({
  landmark: 'Lists',
  views: [
    { text: 'Everybody waiting', href: '#', isCurrent: true, count: 214 },
    { text: 'Needs action', href: '#', isCurrent: false, count: 31 },
    { text: 'Over the limit', href: '#', isCurrent: false, count: 12 },
    { text: 'Mine', href: '#', isCurrent: false, count: 9 },
  ],
})}
${filterPanel({
  action: '/queues/SALT',
  chosen: [
    { text: 'Priority: urgent', removeHref: '#' },
    { text: 'Age 5 to 10', removeHref: '#' },
  ],
  clearHref: '/queues/SALT',
  hidden: { sort: 'wait' },
  isOpen: false,
  fields: ['Stage', 'Priority', 'Wait', 'Age', 'Flag'].map((label) =>
    select({
      id: `filter-${label}`,
      name: label,
      label,
      options: [
        { value: '', text: 'Any' },
        { value: 'x', text: 'Some' },
      ],
    }),
  ),
})}
<p class="app-list-count"><strong>214 people</strong>, longest wait first, as at 4 March 2026</p>
${postForm({
  action: '/bulk',
  csrfToken: 'token',
  content: html`${actionBar({
    label: 'With the people chosen',
    actions: [
      { text: 'Assign', name: 'action', value: 'assign' },
      { text: 'Check still waiting', name: 'action', value: 'validate' },
    ],
  })}${table<SampleRow>({
    caption: 'Speech and language therapy waiting list',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-queue',
    rows: sampleRows(count),
    columns: [
      {
        heading: 'Choose',
        isHeadingHidden: true,
        cellClass: 'app-queue__choose',
        cell: (row) =>
          rowCheckbox({
            id: `choose-${row.id}`,
            name: 'referral',
            value: row.id,
            label: personName(row.name),
            isChecked: false,
          }),
      },
      {
        heading: 'Name',
        isRowHeader: true,
        sort: { direction: 'none', href: '?sort=name' },
        cell: (row) =>
          html`<a href="/people/${row.id}">${personName(row.name)}</a><span class="app-queue__line app-queue__facts">Born ${row.born}</span>${row.flags.map((flag) => statusTag.flag(flag))}`,
        cellClass: 'app-queue__name',
      },
      {
        heading: 'Wait',
        sort: { direction: 'descending', href: '?sort=-wait' },
        cell: (row) =>
          html`<span class="app-queue__days">${Math.floor(row.days / 7)} weeks ${row.days % 7} days</span> <span class="app-queue__facts app-nowrap">of 18 weeks</span> ${statusTag.wait(row.standing)}`,
        cellClass: 'app-queue__wait',
      },
      {
        heading: 'Priority',
        sort: { direction: 'none', href: '?sort=tier' },
        cell: (row) => statusTag.tier(row.tier),
        cellClass: 'app-queue__tag',
      },
      { heading: 'Status', cell: (row) => statusTag.stage(row.stage), cellClass: 'app-queue__tag' },
      { heading: 'Next step', cell: (row) => row.next },
      { heading: 'Needs', cell: (row) => row.needs || html`<span class="app-secondary">None recorded</span>` },
    ],
  })}`,
})}
${pagination({ previous: null, next: { href: '?cursor=x', label: '51 to 100 of 214' } })}`;
}
