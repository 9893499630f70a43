/** The authority's steps against their legal days, with the exceptions that lift them. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { AssessmentState } from '../../../../shared/domain/ehc/assessment-state.ts';
import { limitGroundWords } from '../../../../shared/domain/ehc/event-words.ts';
import type { LimitStep } from '../../../../shared/domain/ehc/timetable.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { ehcTag, limitWords } from './words.ts';

export function timetableView(state: AssessmentState): Html {
  return html`${table<LimitStep>({
    caption: 'Legal timetable',
    captionSize: 'm',
    isResponsive: true,
    rows: state.steps,
    columns: [
      { heading: 'Step', isRowHeader: true, cell: ({ limit }) => limitWords[limit] },
      { heading: 'Due on', cell: ({ due, standing }) => (standing === 'not-needed' ? 'Not needed' : formatDate(due)) },
      { heading: 'Done on', cell: ({ doneOn }) => (doneOn === null ? 'Not yet' : formatDate(doneOn)) },
      { heading: 'Status', cell: ({ standing }) => ehcTag.limit(standing) },
    ],
  })}<p class="app-secondary">From the request, ${formatDate(state.requestedOn)}. Weeks are calendar weeks: a due day stands on weekends and bank holidays. Rules: ${state.rules.source}.</p>${draftView(state)}${exceptionsView(state)}`;
}

function draftView({ draft, finalOn, finalTooSoon }: AssessmentState): Html | false {
  if (draft === null) return false;
  return html`<p>The draft was sent on ${formatDate(draft.servedOn)}. The family ${finalOn === null ? 'may' : 'could'} answer until ${formatDate(draft.closesOn)}${draft.respondedOn !== null && html`, and answered on ${formatDate(draft.respondedOn)}`}.</p>${
    finalTooSoon &&
    insetText(
      `The plan was issued before ${formatDate(draft.finalFrom)}: the family had less time than the law gives them.`,
    )
  }`;
}

function exceptionsView({ exceptions }: AssessmentState): Html | false {
  return (
    exceptions.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Exceptions</h2><ul class="nhsuk-list nhsuk-list--bullet">${exceptions.map(
      ({ ground, limits, evidence, approver, on }) =>
        html`<li>${limitGroundWords[ground]}: lifts ${limits.map((limit) => limitWords[limit].toLowerCase()).join(', ')}. Approved ${formatDate(on)} by <bdi>${approver}</bdi>.<br><span class="app-secondary app-typed"><bdi>${evidence}</bdi></span></li>`,
    )}</ul>`
  );
}
