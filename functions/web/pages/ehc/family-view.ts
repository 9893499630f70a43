/** What the family of an assessment is shown of it, as staff see it before they speak to them: the same facts in the same words. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { AdviceSeen, EhcStageView, StageSeen } from '../../../../shared/domain/ehc/stage-view.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { teamName } from '../alerts/alert-words.ts';
import { ehcTag, legalStepWords, viewStageWords } from './words.ts';

export function familyView(view: EhcStageView, policy: Policy): Html {
  const { phone, email } = policy.branding.contact;
  return html`${table<StageSeen>({
    caption: 'Stages',
    captionSize: 'm',
    isResponsive: true,
    rows: view.stages,
    columns: [
      { heading: 'Stage', isRowHeader: true, cell: ({ stage }) => viewStageWords[stage] },
      { heading: 'Due on', cell: ({ dueOn }) => (dueOn === null ? 'No day' : formatDate(dueOn)) },
      { heading: 'Done on', cell: ({ doneOn }) => (doneOn === null ? 'Not yet' : formatDate(doneOn)) },
      {
        heading: 'Status',
        cell: ({ standing, moreTimeAllowed }) =>
          html`${ehcTag.seen(standing)}${moreTimeAllowed && standing === 'late' && html`<br><span class="app-secondary">the law allows more time here</span>`}`,
      },
    ],
  })}${
    view.advice.length > 0 &&
    table<AdviceSeen>({
      caption: 'Advice from services',
      captionSize: 'm',
      isResponsive: true,
      rows: view.advice,
      columns: [
        { heading: 'Service', isRowHeader: true, cell: ({ service }) => teamName(policy, service) },
        { heading: 'Due on', cell: ({ dueOn }) => formatDate(dueOn) },
        { heading: 'Status', cell: ({ standing }) => ehcTag.adviceSeen(standing) },
      ],
    })
  }<h2 class="nhsuk-heading-m">What the law allows</h2>${
    view.lawAllows.length === 0
      ? html`<p>Nothing is late, and nothing waits for the family’s answer.</p>`
      : html`<ul class="nhsuk-list nhsuk-list--bullet">${view.lawAllows.map(({ step, until }) => html`<li>${legalStepWords[step]}${until !== null && html`, until ${formatDate(until)}`}.</li>`)}</ul>`
  }<p>The rights are ${view.rightsOf === 'parent' ? 'the parent’s' : 'the young person’s own'} on this day.</p><h2 class="nhsuk-heading-m">Whom to contact</h2><p>${teamName(policy, 'ehc-coordination')}: ${phone}, <a href="mailto:${email}">${email}</a></p>`;
}
