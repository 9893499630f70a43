/** A health action plan on a sheet: as it was agreed, and in Easy Read. Both are for the person, and carry no flags. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { AgreedPlan } from '../../../../shared/domain/health-check/state.ts';
import type { PersonDetails } from '../../../../shared/domain/person/person.ts';
import { type EasyStep, easySteps } from '../../../../shared/http/easy-read/steps.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';

type Who = Pick<PersonDetails, 'givenName' | 'familyName'>;

/** The first name alone where there is one: it is the person's own paper. */
function firstName({ givenName, familyName }: Who): Html {
  return html`${personName(givenName === '' ? familyName : givenName)}`;
}

export function planSheet(who: Who, plan: AgreedPlan, contact: string): Html {
  return html`<p>Agreed on ${formatDate(plan.on)}.</p>${goalsOf(plan)}${
    plan.actions.length === 0
      ? html`<p>No actions are recorded here. The practice has the plan.</p>`
      : table({
          caption: html`What was agreed for ${firstName(who)}`,
          captionSize: 'm',
          isResponsive: true,
          rows: plan.actions,
          columns: [
            { heading: 'What', isRowHeader: true, cell: ({ what }) => html`<bdi>${what}</bdi>` },
            { heading: 'Who does it', cell: ({ owner }) => html`<bdi>${owner}</bdi>` },
            { heading: 'By', cell: ({ by }) => html`<span class="app-nowrap">${formatDate(by)}</span>` },
            {
              heading: 'Done',
              cell: () => html`<span class="app-tick-box" role="img" aria-label="Not ticked"></span>`,
            },
          ],
        })
  }<p>Questions: ${contact}.</p>`;
}

function goalsOf({ goals }: AgreedPlan): Html | false {
  return (
    goals.length > 0 &&
    html`<h2 class="nhsuk-heading-m">What matters to me</h2><ul class="nhsuk-list nhsuk-list--bullet">${goals.map((goal) => html`<li><bdi>${goal}</bdi></li>`)}</ul>`
  );
}

/** Short sentences, one idea each, large type, a picture beside each: what Easy Read asks for. */
export function easyReadSheet(who: Who, plan: AgreedPlan, next: string, contact: string): Html {
  const steps: readonly EasyStep[] = [
    ['heart', html`You had a <strong>health check</strong>. A health check helps you to stay well.`],
    ['paper', html`We made a plan together. We made it on ${formatDate(plan.on)}.`],
    ...plan.goals.map((goal) => ['speech', html`You said: <strong><bdi>${goal}</bdi></strong>`] as const),
    ...plan.actions.map(
      ({ what, owner, by }) =>
        [
          'hand',
          html`<strong><bdi>${what}</bdi></strong><br><bdi>${owner}</bdi> will do this.<br>It will be done by ${formatDate(by)}.`,
        ] as const,
    ),
    ['calendar', html`Your next health check is by <strong>${next}</strong>.`],
    ['telephone', html`You can ask us anything. Ring <strong>${contact}</strong>.`],
  ];
  return html`<div class="app-easy-read"><h2 class="nhsuk-heading-l">This plan is for ${firstName(who)}</h2>${easySteps(steps)}</div>`;
}
