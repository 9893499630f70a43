/** The filters of the list: as fields of its form, and as words above it. */

import type { HealthCheckPolicy } from '../../../../shared/domain/health-check/health-check-policy.ts';
import { practiceName } from '../../../../shared/domain/health-check/health-check-policy.ts';
import { invitationSteps } from '../../../../shared/domain/health-check/invitation.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import type { ChosenFilter } from '../../../../shared/http/html/components/filter-panel.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { Option } from '../../../../shared/http/page/question.ts';
import {
  type CodeFilter,
  changedQuery,
  codeFilters,
  type HealthCheckQuery,
  healthChecksAddress,
} from './list-query.ts';
import { statusOrder, statusWords, stepWords } from './words.ts';

const choices: Readonly<Record<CodeFilter, readonly Option[]>> = {
  status: statusOrder.map((value) => ({ value, text: statusWords(value) })),
  step: invitationSteps.map((value) => ({ value, text: stepWords[value] })),
  only: [
    { value: 'plan-missing', text: 'Health action plan missing' },
    { value: 'year-missed', text: 'A year missed' },
  ],
};
const legends: Readonly<Record<CodeFilter, string>> = { status: 'Status', step: 'Invitation', only: 'Only' };

/** The fields of the form, in columns. */
export function filterColumns(
  query: HealthCheckQuery,
  practices: readonly string[],
  policy: HealthCheckPolicy,
): readonly Html[] {
  const group = (name: CodeFilter): Html =>
    checkboxes({
      id: `filter-${name}`,
      name,
      legend: { text: legends[name], size: 's' },
      choices: choices[name],
      values: query.chosen[name],
      small: true,
    });
  // A practice that was asked for stays to be seen, though nobody of it is on the list now.
  const all = [...new Set([...practices, ...(query.practice === null ? [] : [query.practice])])];
  const practice = select({
    id: 'filter-practice',
    name: 'practice',
    label: { text: 'GP practice', size: 's' },
    value: query.practice ?? '',
    options: [{ value: '', text: 'Any' }, ...all.map((code) => ({ value: code, text: practiceText(policy, code) }))],
  });
  return [html`${practice}${group('only')}`, group('status'), group('step')];
}

/** The filters that are on, each with the list without it. */
export function chosenFilters(query: HealthCheckQuery, policy: HealthCheckPolicy): ChosenFilter[] {
  const chips = codeFilters.flatMap((name) =>
    choices[name]
      .filter(({ value }) => query.chosen[name].some((code) => code === value))
      .map(({ value, text }) => ({
        text: `${legends[name]}: ${text}`,
        removeHref: healthChecksAddress(
          changedQuery(query, {
            chosen: { ...query.chosen, [name]: query.chosen[name].filter((code) => code !== value) },
          }),
        ),
      })),
  );
  if (query.practice === null) return chips;
  const removeHref = healthChecksAddress(changedQuery(query, { practice: null }));
  return [...chips, { text: `GP practice: ${practiceText(policy, query.practice)}`, removeHref }];
}

/** `Harbour Street (N82001)`; the code alone where the place gives no name. */
export function practiceText(policy: HealthCheckPolicy, code: string): string {
  const name = practiceName(policy, code);
  return name === code ? code : `${name} (${code})`;
}
