/** The advice of one service: by when, what came, why late, when to chase. Never what the advice says. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { AdviceReply, AdviceState } from '../../../../shared/domain/ehc/advice-state.ts';
import { adviceGroundWords, delayWords } from '../../../../shared/domain/ehc/event-words.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

export const replyWords: Readonly<Record<AdviceReply, string>> = {
  returned: 'Advice returned',
  'not-known': 'Not known, no advice to give',
  'existing-advice-accepted': 'Existing advice accepted',
};

export function adviceView(state: AdviceState, today: LocalDate): Html {
  return html`${endView(state)}${chaseView(state, today)}${delayView(state)}${factsOf(state)}${exceptionsView(state)}`;
}

/** How it ended; while it is owed, the day by which is said above. */
function endView({ reply, withdrawnOn, timeliness: { daysLate } }: AdviceState): Html | false {
  if (reply !== null)
    return html`<p class="app-wait"><span class="app-wait__days">${replyWords[reply.how]}</span> on ${formatDate(reply.on)}${daysLate > 0 && `, ${counted(daysLate, 'day')} late`}</p>`;
  return withdrawnOn !== null && html`<p class="app-wait">No longer needed since ${formatDate(withdrawnOn)}</p>`;
}

function chaseView({ chaseFrom }: AdviceState, today: LocalDate): Html | false {
  if (chaseFrom === null) return false;
  return today >= chaseFrom
    ? insetText(`To be chased since ${formatDate(chaseFrom)}.`)
    : html`<p>Next chase from ${formatDate(chaseFrom)}.</p>`;
}

function delayView({ delays, exceptions, reply }: AdviceState): Html | false {
  const last = delays.at(-1);
  if (last === undefined || reply !== null) return false;
  return html`<p>Reason given for delay on ${formatDate(last.on)}: ${delayWords[last.why].toLowerCase()}.${exceptions.length === 0 && ' That is no exception: the advice is due on its day.'}</p>`;
}

function factsOf(state: AdviceState): Html {
  const { receivedOn, passedOnOn, familyAsked, missedOn, chasedOn, quality } = state;
  return summaryList({
    rows: [
      { key: 'Received by the body', value: formatDate(receivedOn) },
      { key: 'Passed on', value: passedOnOn === null ? 'Not recorded' : formatDate(passedOnOn) },
      { key: 'Asked for by the family', value: familyAsked ? 'Yes' : 'No' },
      { key: 'Missed appointments', value: missedOn.length === 0 ? 'None' : missedOn.map(formatDate).join(', ') },
      { key: 'Chased', value: chasedOn.length === 0 ? 'Not yet' : chasedOn.map(formatDate).join(', ') },
      {
        key: 'Quality',
        value:
          quality === null
            ? 'Not checked'
            : `${quality.score === null ? 'Nothing applies' : `${quality.score}%`}, checked ${formatDate(quality.on)}`,
      },
    ],
  });
}

function exceptionsView({ exceptions }: AdviceState): Html | false {
  return (
    exceptions.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Exceptions</h2><ul class="nhsuk-list nhsuk-list--bullet">${exceptions.map(
      ({ ground, evidence, approver, on }) =>
        html`<li>${adviceGroundWords[ground]}. Approved ${formatDate(on)} by <bdi>${approver}</bdi>.<br><span class="app-secondary app-typed"><bdi>${evidence}</bdi></span></li>`,
    )}</ul>`
  );
}
