/** What happened to a risk, the newest first. */
import type { RiskEvent } from '../../../../shared/domain/board/risk.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { writerWords } from '../writer-words.ts';
import { eventNames, scoreView } from './risk-words.ts';

export function riskHistory(events: readonly RiskEvent[]): Html {
  return timeline({
    headingLevel: 3,
    entries: events.toReversed().map((event) => ({
      title: eventNames[event.kind],
      by: writerWords(event.by),
      when: formatDate(event.on),
      datetime: event.on,
      content: html`${event.reason !== '' && html`<p class="app-typed">${event.reason}</p>`}<p>Score ${scoreView(event)}</p>`,
    })),
  });
}
