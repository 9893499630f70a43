/** The filters of a list: as fields of its form, and as words above the list. */
import { ageBands } from '../../../../shared/domain/bands/age-bands.ts';
import { communityBands } from '../../../../shared/domain/bands/waiting-bands.ts';
import { personFlags } from '../../../../shared/domain/person/person.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import { tiers } from '../../../../shared/domain/policy/tier.ts';
import { referralStages } from '../../../../shared/domain/referral/state.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import type { ChosenFilter } from '../../../../shared/http/html/components/filter-panel.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { plainPersonName } from '../../../../shared/http/html/names.ts';
import { listAddress } from './addresses.ts';
import { type CodeFilter, codeFilters, fromTheStart, type ListQuery, type OnlyCode, onlyCodes } from './list-query.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Weeks as they are read in a sentence; the bands' own labels are those of national tables. */
const waitTexts: Readonly<Record<(typeof communityBands)[number]['code'], string>> = {
  '0-1-weeks': 'Up to 1 week',
  '1-2-weeks': '1 to 2 weeks',
  '2-4-weeks': '2 to 4 weeks',
  '4-12-weeks': '4 to 12 weeks',
  '12-18-weeks': '12 to 18 weeks',
  '18-52-weeks': '18 to 52 weeks',
  'over-52-weeks': 'Over 52 weeks',
};

/** The words of the waiting bands, in order. */
export const waitBandTexts: readonly string[] = communityBands.map(({ code }) => waitTexts[code]);

function onlyTexts(queue: QueuePolicy): Readonly<Record<OnlyCode, string>> {
  return {
    'needs-action': 'Needs action',
    'over-standard': `Over ${queue.standard.name}`,
    adjustments: 'Reasonable adjustments',
    interpreter: 'Interpreter',
  };
}

function choicesOf(queue: QueuePolicy): Readonly<Record<CodeFilter, readonly Choice[]>> {
  const adult = queue.adultPathway === null ? '' : ', adult pathway';
  return {
    only: onlyCodes.map((value) => ({ value, text: onlyTexts(queue)[value] })),
    stage: referralStages.map((value) => ({ value, text: statusLabel.stage(value) })),
    wait: communityBands.map(({ code }) => ({ value: code, text: waitTexts[code] })),
    tier: tiers.map((value) => ({ value, text: statusLabel.tier(value) })),
    age: ageBands.map(({ code, label, from }) => ({ value: code, text: from < 18 ? label : `${label}${adult}` })),
    flag: personFlags.map((value) => ({ value, text: statusLabel.flag(value) })),
  };
}

const legends: Readonly<Record<CodeFilter, string>> = {
  only: 'Only those with',
  tier: 'Priority',
  age: 'Age',
  stage: 'Status',
  wait: 'Wait',
  flag: 'Has all of these flags',
};

/**
 * The fields of the form, in columns.
 * @param assignee the name that the query's `assigned` stands for.
 */
export function filterColumns(query: ListQuery, queue: QueuePolicy, assignee: string | null | undefined): Html[] {
  const choices = choicesOf(queue);
  const group = (name: CodeFilter): Html =>
    checkboxes({
      id: `filter-${name}`,
      name,
      legend: { text: legends[name], size: 's' },
      choices: choices[name],
      values: query.chosen[name],
      small: true,
    });
  return [
    html`${group('only')}${assignedField(query, assignee)}`,
    html`${group('tier')}${group('age')}`,
    group('wait'),
    group('stage'),
    group('flag'),
  ];
}

/** Somebody else's work is reached from their name in a row; here it only stays chosen. */
function assignedField(query: ListQuery, assignee: string | null | undefined): Html {
  return select({
    id: 'filter-assigned',
    name: 'assigned',
    label: { text: 'Assigned to', size: 's' },
    value: query.assigned ?? '',
    options: [
      { value: '', text: 'Anyone' },
      { value: 'me', text: 'Me' },
      { value: 'nobody', text: 'Nobody' },
      ...(query.assigned !== null && !ownWords.has(query.assigned) && assignee
        ? [{ value: query.assigned, text: plainPersonName(assignee) }]
        : []),
    ],
  });
}

const ownWords: ReadonlySet<string> = new Set(['me', 'nobody']);

/** The filters that are on, each with the list without it. */
export function chosenFilters(
  query: ListQuery,
  queue: QueuePolicy,
  assignee: string | null | undefined,
): ChosenFilter[] {
  const choices = choicesOf(queue);
  const chips = codeFilters.flatMap((name) =>
    choices[name]
      .filter(({ value }) => isChosen(query, name, value))
      .map(({ value, text }) => ({
        text: name === 'only' || name === 'flag' ? text : `${legends[name]}: ${inSentence(name, text)}`,
        removeHref: listAddress(queue.code, without(query, name, value)),
      })),
  );
  if (query.assigned === null) return chips;
  const who = query.assigned === 'me' ? 'me' : assignee ? plainPersonName(assignee) : 'nobody';
  return [
    ...chips,
    { text: `Assigned to ${who}`, removeHref: listAddress(queue.code, fromTheStart(query, { assigned: null })) },
  ];
}

function inSentence(name: CodeFilter, text: string): string {
  return name === 'age' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function isChosen(query: ListQuery, name: CodeFilter, value: string): boolean {
  return query.chosen[name].some((code) => code === value);
}

function without(query: ListQuery, name: CodeFilter, value: string): ListQuery {
  const left = query.chosen[name].filter((code) => code !== value);
  return fromTheStart(query, { chosen: { ...query.chosen, [name]: left } });
}
