/** The filters of the alerts: as fields of its form, and as words above the list. */
import type { AlertPage } from '../../../../shared/application/alerts/list-alerts.ts';
import { alertStates } from '../../../../shared/domain/alert/alert.ts';
import { deadlineKinds } from '../../../../shared/domain/alert/deadline-kinds.ts';
import { alertSeverities } from '../../../../shared/domain/alert/severity.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import type { ChosenFilter } from '../../../../shared/http/html/components/filter-panel.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type AlertQuery, alertsAddress, type CodeFilter, changedQuery, codeFilters } from './alert-query.ts';
import { kindWords, teamName } from './alert-words.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

const choices: Readonly<Record<CodeFilter, readonly Choice[]>> = {
  severity: alertSeverities.map((value) => ({ value, text: statusLabel.alertSeverity(value) })),
  state: alertStates.map((value) => ({ value, text: statusLabel.alertState(value) })),
  kind: deadlineKinds.map((value) => ({ value, text: kindWords[value] })),
};

const legends: Readonly<Record<CodeFilter, string>> = { severity: 'Severity', state: 'Status', kind: 'About' };

type Offered = Pick<AlertPage, 'policy' | 'teams' | 'kinds' | 'queues'>;

/** The fields of the form, in columns. Of the many kinds and lists, those that some alert is about, and those chosen. */
export function filterColumns(query: AlertQuery, { policy, teams, kinds, queues }: Offered): Html[] {
  const about: ReadonlySet<string> = new Set([...kinds, ...query.chosen.kind]);
  const lists = policy.queues.filter(({ code }) => queues.has(code) || code === query.queue);
  const group = (name: CodeFilter, offered = choices[name]): Html =>
    checkboxes({
      id: `filter-${name}`,
      name,
      legend: { text: legends[name], size: 's' },
      choices: offered,
      values: query.chosen[name],
      small: true,
    });
  const queue = select({
    id: 'filter-queue',
    name: 'queue',
    label: { text: 'Waiting list', size: 's' },
    value: query.queue ?? '',
    options: [{ value: '', text: 'Any' }, ...lists.map(({ code, name }) => ({ value: code, text: name }))],
  });
  const team = select({
    id: 'filter-team',
    name: 'team',
    label: { text: 'Team', size: 's' },
    value: query.team ?? '',
    options: [{ value: '', text: 'All my teams' }, ...teams.map(({ code, name }) => ({ value: code, text: name }))],
  });
  const kind = choices.kind.filter(({ value }) => about.has(value));
  return [
    html`${group('severity')}${queue}`,
    html`${group('state')}${team}`,
    ...(kind.length === 0 ? [] : [group('kind', kind)]),
  ];
}

/** The filters that are on, each with the list without it. */
export function chosenFilters(query: AlertQuery, { policy }: Pick<AlertPage, 'policy'>): ChosenFilter[] {
  const chips = codeFilters.flatMap((name) =>
    choices[name]
      .filter(({ value }) => query.chosen[name].some((code) => code === value))
      .map(({ value, text }) => ({
        text: `${legends[name]}: ${text}`,
        removeHref: alertsAddress(
          changedQuery(query, {
            chosen: { ...query.chosen, [name]: query.chosen[name].filter((code) => code !== value) },
          }),
        ),
      })),
  );
  const queueName = policy.queues.find(({ code }) => code === query.queue)?.name ?? query.queue;
  return [
    ...chips,
    ...(queueName === null
      ? []
      : [{ text: `Waiting list: ${queueName}`, removeHref: alertsAddress(changedQuery(query, { queue: null })) }]),
    ...(query.team === null
      ? []
      : [
          {
            text: `Team: ${teamName(policy, query.team)}`,
            removeHref: alertsAddress(changedQuery(query, { team: null })),
          },
        ]),
  ];
}
