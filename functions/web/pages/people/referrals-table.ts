/** All referrals of a person: where each stands, how long it has waited, and what comes next. */
import type { PersonView } from '../../../../shared/application/person/person-view.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';
import { isLate, nextStep } from '../../../../shared/domain/queue/next-step.ts';
import { copiedOf, rowOfState } from '../../../../shared/domain/queue/row.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { referralPath } from '../referrals/addresses.ts';
import { mayDo, type OpenRecord, recordOf } from '../referrals/open-record.ts';
import { waitAtAGlance } from '../referrals/wait-words.ts';

export function referralsTable(visit: ActingVisit, view: PersonView): Html {
  const records = view.referrals.map((one) => recordOf(visit, view, one)).toSorted(openFirst);
  if (records.length === 0) return html`<p>No referrals yet.</p>`;
  return table<OpenRecord>({
    caption: 'Referrals',
    isCaptionHidden: true,
    isResponsive: true,
    rows: records,
    columns: [
      {
        heading: 'Waiting list',
        isRowHeader: true,
        cell: (record) =>
          mayDo(visit, 'referral.read', record)
            ? html`<a href="${referralPath(record.address)}">${record.queue.name}</a>`
            : record.queue.name,
      },
      {
        heading: 'Status',
        cell: ({ state }) =>
          html`<span class="app-nowrap">${statusTag.stage(state.stage)}</span> <span class="app-nowrap">${statusTag.tier(state.tier)}</span>`,
      },
      { heading: 'Wait', cell: ({ state, queue }) => waitAtAGlance(state, queue) },
      { heading: 'Next step', cell: (record) => next(visit, record) },
      {
        heading: 'Family’s whole wait',
        cell: ({ state: { familyTotal } }) =>
          familyTotal === undefined
            ? 'None'
            : html`<span class="app-nowrap">${weeksAndDays(familyTotal.days)}</span><br><span class="app-secondary">since ${formatDateShort(familyTotal.from)}${familyTotal.to !== undefined && `, to ${formatDateShort(familyTotal.to)}`}</span>`,
      },
    ],
  });
}

function openFirst(a: OpenRecord, b: OpenRecord): number {
  return Number(b.state.open) - Number(a.state.open) || (received(a) < received(b) ? 1 : -1);
}

function received({ state }: OpenRecord): string {
  return state.stamps.received ?? '';
}

function next({ policy, today }: ActingVisit, { referral, state, person, queue }: OpenRecord): Html {
  const row = rowOfState(referral, state, copiedOf(person), { policy, queue, asAt: today });
  return html`${nextStep(row, today)}${isLate(row, today) && html` ${tag({ text: 'Late', colour: 'red' })}`}`;
}
