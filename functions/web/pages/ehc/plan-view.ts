/** A plan in force: its review under way, the last one concluded, moves ahead, and the right to appeal. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { AssessmentState } from '../../../../shared/domain/ehc/assessment-state.ts';
import { moveWords } from '../../../../shared/domain/ehc/event-words.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

interface Step {
  readonly name: string;
  readonly due: LocalDate | null;
  readonly doneOn: LocalDate | null;
}

export function planView(state: AssessmentState, today: LocalDate): Html {
  return html`${reviewView(state, today)}${concludedView(state, today)}${transfersView(state, today)}${appealView(state, today)}${
    state.stage === 'plan-in-force' &&
    html`<p class="app-secondary">The law can keep this plan until ${formatDate(state.planEndsBy)} at most.</p>`
  }`;
}

function reviewView({ review, reviewDates: dates }: AssessmentState, today: LocalDate): Html | false {
  if (review === null || dates === null) return false;
  const { circulatedOn, metOn, reportOn, meetingSetFor } = review;
  const steps: readonly Step[] = [
    { name: 'Advice sent round', due: dates.circulateBy, doneOn: circulatedOn },
    { name: 'Meeting', due: meetingSetFor, doneOn: metOn },
    { name: 'Report sent', due: dates.reportBy, doneOn: reportOn },
    { name: 'Decision after the meeting', due: dates.noticeBy, doneOn: null },
    { name: 'Review concluded', due: dates.concludeBy, doneOn: null },
  ];
  const known = steps.filter(({ name, due, doneOn }) => due !== null || doneOn !== null || name === 'Meeting');
  return stepsTable('Annual review', known, today);
}

function concludedView({ concluded }: AssessmentState, today: LocalDate): Html | false {
  if (concluded === null) return false;
  const { round, dates, on, outcome, amendedOn } = concluded;
  const steps: readonly Step[] = [
    { name: 'Meeting', due: round.meetingSetFor, doneOn: round.metOn },
    { name: 'Report sent', due: dates.reportBy, doneOn: round.reportOn },
    { name: 'Decision after the meeting', due: dates.noticeBy, doneOn: on },
    { name: 'Review concluded', due: dates.concludeBy, doneOn: on },
    ...(outcome === 'amend' ? [{ name: 'Amended plan issued', due: dates.amendedBy, doneOn: amendedOn }] : []),
  ];
  const decided = { maintain: 'the plan is kept as it is', amend: 'the plan is amended', cease: 'the plan ceases' }[
    outcome
  ];
  return html`${stepsTable('Last review', steps, today)}<p>Decided: ${decided}.</p>`;
}

function transfersView({ transfers }: AssessmentState, today: LocalDate): Html | false {
  if (transfers.length === 0) return false;
  return stepsTable(
    'Moves to another phase',
    transfers.map(({ move, movesOn, by, finalOn }) => ({
      name: `${moveWords[move]}, ${formatDate(movesOn)}`,
      due: by,
      doneOn: finalOn,
    })),
    today,
  );
}

function appealView({ appeal }: AssessmentState, today: LocalDate): Html | false {
  if (appeal === null) return false;
  const { decidedOn, until, mediationOn, lodgedOn, endedOn } = appeal;
  const said =
    endedOn !== null
      ? `The appeal ended on ${formatDate(endedOn)}.`
      : lodgedOn !== null
        ? `An appeal was lodged on ${formatDate(lodgedOn)}.`
        : today <= until
          ? `The family may appeal until ${formatDate(until)}.`
          : `The right to appeal ended on ${formatDate(until)}.`;
  return html`<h2 class="nhsuk-heading-m">Appeal</h2><p>Against the decision of ${formatDate(decidedOn)}. ${mediationOn !== null && `Mediation certificate of ${formatDate(mediationOn)}. `}${said}</p>`;
}

function stepsTable(caption: string, rows: readonly Step[], today: LocalDate): Html {
  const columns: readonly Column<Step>[] = [
    { heading: 'Step', isRowHeader: true, cell: ({ name }) => name },
    { heading: 'Due on', cell: ({ due }) => (due === null ? 'No day set' : formatDate(due)) },
    { heading: 'Done on', cell: ({ doneOn }) => (doneOn === null ? 'Not yet' : formatDate(doneOn)) },
    { heading: 'Status', cell: (step) => standing(step, today) },
  ];
  return table<Step>({ caption, captionSize: 'm', isResponsive: true, rows, columns });
}

function standing({ due, doneOn }: Step, today: LocalDate): Html {
  const late = due !== null && (doneOn ?? today) > due;
  if (doneOn === null && due === null) return tag({ text: 'Not planned yet', colour: 'yellow' });
  if (doneOn !== null) return tag(late ? { text: 'Late', colour: 'red' } : { text: 'Met', colour: 'green' });
  return tag(late ? { text: 'Overdue', colour: 'red' } : { text: 'Not due yet', colour: 'blue' });
}
