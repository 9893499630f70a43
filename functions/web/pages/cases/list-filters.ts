/** The filters of a list of cases: as fields of its form, and as words above the list. */
import type { CasePage } from '../../../../shared/application/case/list-cases.ts';
import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import { type DueWithin, dueWithins } from '../../../../shared/domain/case/case-list.ts';
import { waitingOns } from '../../../../shared/domain/case/case-type.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import type { ChosenFilter } from '../../../../shared/http/html/components/filter-panel.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { CasePages } from './case-pages.ts';
import { statusWords, waitingNames } from './case-words.ts';
import { type CaseListQuery, caseListAddress } from './list-query.ts';

export const dueWithinNames: Readonly<Record<DueWithin, string>> = {
  overdue: 'Late',
  '7-days': 'Within 7 days, or late',
  '28-days': 'Within 28 days, or late',
  '90-days': 'Within 90 days, or late',
};

export function serviceName(policy: Policy, service: string): string {
  return teamsOf(policy).find(({ code }) => code === service)?.name ?? service;
}

export function filterFields(pages: CasePages, query: CaseListQuery, found: CasePage, policy: Policy): readonly Html[] {
  const statuses =
    query.list === 'open'
      ? pages.openStatuses
      : [...Object.keys(pages.statuses).filter((one) => !pages.openStatuses.includes(one)), 'void'];
  const status = checkboxes({
    id: 'filter-status',
    name: 'status',
    legend: { text: 'Status', size: 's' },
    choices: statuses.map((value) => ({ value, text: statusWords(pages, value) })),
    values: query.status,
    small: true,
  });
  const waiting = checkboxes({
    id: 'filter-waiting',
    name: 'waiting',
    legend: { text: 'Next step', size: 's' },
    choices: waitingOns.map((value) => ({ value, text: waitingNames[value] })),
    values: query.waiting,
    small: true,
  });
  const due = choice(
    'due',
    'Due',
    query.due,
    dueWithins.map((value) => ({ value, text: dueWithinNames[value] })),
  );
  const service = choice(
    'service',
    'Team',
    query.service,
    found.services.map((value) => ({ value, text: serviceName(policy, value) })),
  );
  const group = choice(
    'group',
    pages.groupName ?? '',
    query.group,
    found.groups.map((value) => ({ value, text: value })),
  );
  return [
    status,
    html`${query.list === 'open' && waiting}${query.list === 'open' && due}`,
    html`${found.services.length > 1 && service}${pages.groupName !== undefined && found.groups.length > 0 && group}`,
  ];
}

/** The filters that are on, each with the list without it. */
export function chosenCaseFilters(pages: CasePages, query: CaseListQuery, policy: Policy): readonly ChosenFilter[] {
  const without = (change: Partial<CaseListQuery>) =>
    caseListAddress(pages.kind, { ...query, cursor: null, ...change });
  return [
    ...query.status.map((one) => ({
      text: `Status: ${statusWords(pages, one)}`,
      removeHref: without({ status: query.status.filter((other) => other !== one) }),
    })),
    ...query.waiting.map((one) => ({
      text: waitingNames[one],
      removeHref: without({ waiting: query.waiting.filter((other) => other !== one) }),
    })),
    ...(query.due === null
      ? []
      : [{ text: `Due: ${dueWithinNames[query.due].toLowerCase()}`, removeHref: without({ due: null }) }]),
    ...(query.service === null
      ? []
      : [{ text: `Team: ${serviceName(policy, query.service)}`, removeHref: without({ service: null }) }]),
    ...(query.group === null
      ? []
      : [{ text: `${pages.groupName ?? 'Group'}: ${query.group}`, removeHref: without({ group: null }) }]),
  ];
}

function choice(
  name: string,
  label: string,
  value: string | null,
  options: readonly { value: string; text: string }[],
): Html {
  return select({
    id: `filter-${name}`,
    name,
    label: { text: label, size: 's' },
    value: value ?? '',
    options: [{ value: '', text: 'Any' }, ...options],
  });
}
