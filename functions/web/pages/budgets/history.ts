/** The history of a budget as entries of a timeline, newest first. Mistakes stay, struck through, with why. */
import type { BudgetFacts } from '../../../../shared/domain/budget/facts.ts';
import { ledgerKinds } from '../../../../shared/domain/budget/facts.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import type { Case, CaseEvent } from '../../../../shared/domain/case/case.ts';
import { isDueMoved, isRecordedInError, mistakenIn } from '../../../../shared/domain/case/generic-facts.ts';
import type { TimelineEntry } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whoDid } from '../people/who.ts';
import { budgetEventDetails } from './event-details.ts';
import { budgetEventWords } from './words.ts';

/** @param correctHref where an entry can be corrected; without it none can. Entries of the ledger are reversed instead. */
export function budgetHistory(
  { actor }: Pick<ActingVisit, 'actor'>,
  { events }: Pick<Case, 'events'>,
  correctHref?: (eventId: string) => string,
): readonly TimelineEntry[] {
  const mistaken = mistakenIn(events);
  return events
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.seq - a.seq))
    .map((event): TimelineEntry => {
      const { id, on, recordedAt, by, facts, importId } = event;
      const recordedOn = localDateOf(recordedAt);
      const isMistake = mistaken.has(id);
      const canCorrect = !isMistake && !isDueMoved(facts) && !ledgerKinds.has(facts.kind);
      const title = titleOf(event, events);
      const content = contentOf(event, events, isMistake, title, canCorrect ? correctHref?.(id) : undefined);
      const who = by.role === 'service' ? 'the service' : whoDid(by, actor);
      return {
        id: `event-${id}`,
        title,
        by: importId === undefined ? who : `${who}, from a file`,
        when: `${formatDate(on)}${recordedOn === on ? '' : `, recorded ${formatDate(recordedOn)}`}`,
        datetime: on,
        isRecordedInError: isMistake,
        ...(content === undefined ? {} : { content }),
      };
    });
}

/** What happened in words; a correction names what it corrects. */
export function titleOf({ facts }: Pick<CaseEvent, 'facts'>, events: readonly CaseEvent[]): string {
  if (isRecordedInError(facts)) {
    const mistake = events.find(({ id }) => id === facts.eventId);
    return mistake === undefined ? 'Corrected' : `Corrected: ${titleOf(mistake, events)}, ${formatDate(mistake.on)}`;
  }
  if (isDueMoved(facts))
    return facts.to === null
      ? `Due date ${formatDate(facts.from)} taken away`
      : `Due date moved from ${formatDate(facts.from)} to ${formatDate(facts.to)}`;
  return budgetEventWords(facts as BudgetFacts);
}

function contentOf(
  { id, facts }: CaseEvent,
  events: readonly CaseEvent[],
  isMistake: boolean,
  title: string,
  correctHref: string | undefined,
): Html | undefined {
  const lines = linesOf(facts);
  const why = isMistake ? whyMistaken(id, events) : undefined;
  if (lines === undefined && why === undefined && correctHref === undefined) return undefined;
  return html`${lines}${
    why !== undefined &&
    html`<ul class="app-lines"><li class="app-typed"><strong>Recorded in error:</strong> <bdi>${why}</bdi></li></ul>`
  }${correctHref !== undefined && html`<p class="app-no-print"><a href="${correctHref}">Correct<span class="nhsuk-u-visually-hidden"> this entry: ${title}</span></a></p>`}`;
}

function linesOf(facts: CaseEvent['facts']): Html | undefined {
  if (isDueMoved(facts)) return undefined;
  if (isRecordedInError(facts))
    return html`<ul class="app-lines"><li class="app-typed"><span class="app-secondary">Reason:</span> <bdi>${facts.reason}</bdi></li></ul>`;
  return budgetEventDetails(facts as BudgetFacts);
}

function whyMistaken(eventId: string, events: readonly CaseEvent[]): string {
  const reasons = events.flatMap(({ facts }) =>
    isRecordedInError(facts) && facts.eventId === eventId ? [facts.reason] : [],
  );
  return reasons.at(-1) ?? '';
}
