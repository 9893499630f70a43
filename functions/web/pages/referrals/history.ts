/** A referral's history as entries of a timeline, newest first. Mistakes stay, struck through, with why. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import type { Actor } from '../../../../shared/domain/permission/actor.ts';
import type { ReferralEvent } from '../../../../shared/domain/referral/event.ts';
import { eventWords } from '../../../../shared/domain/referral/event-words.ts';
import { mistakenEventIds } from '../../../../shared/domain/referral/standing-events.ts';
import type { TimelineEntry } from '../../../../shared/http/html/components/timeline.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { whoDid } from '../people/who.ts';
import { eventDetails } from './event-details.ts';

/** An entry with what it is put in order by: the day it concerns, then when it was recorded. */
export interface DatedEntry extends TimelineEntry {
  readonly order: string;
}

export interface HistoryOptions {
  readonly reader: Actor;
  /** Said before each entry, where entries of several referrals stand together. */
  readonly queueName?: string;
  /** Where an entry can be corrected; without it none can. */
  readonly correctHref?: (event: ReferralEvent) => string;
}

export function historyEntries(events: readonly ReferralEvent[], options: HistoryOptions): readonly DatedEntry[] {
  const mistaken = mistakenEventIds(events);
  return events.map((event) => entryOf(event, events, mistaken?.has(event.id) ?? false, options)).toSorted(newestFirst);
}

export function newestFirst(a: DatedEntry, b: DatedEntry): number {
  return a.order < b.order ? 1 : a.order > b.order ? -1 : 0;
}

function entryOf(
  event: ReferralEvent,
  events: readonly ReferralEvent[],
  isRecordedInError: boolean,
  { reader, queueName, correctHref }: HistoryOptions,
): DatedEntry {
  const { facts, on, recordedAt, seq, by, id } = event;
  const recordedOn = localDateOf(recordedAt);
  const words = titleOf(event, events);
  const content = contentOf(event, events, isRecordedInError, correctHref);
  return {
    id: `event-${id}`,
    title: queueName === undefined ? words : `${queueName}: ${words}`,
    by: event.importId === undefined ? whoDid(by, reader) : `${whoDid(by, reader)}, from a file`,
    when: `${formatDate(on)}${recordedOn === on ? '' : `, recorded ${formatDate(recordedOn)}`}`,
    datetime: on,
    isRecordedInError,
    order: `${on} ${recordedAt} ${String(seq).padStart(4, '0')} ${facts.kind}`,
    ...(content === undefined ? {} : { content }),
  };
}

/** A correction names what it corrects. */
function titleOf({ facts }: ReferralEvent, events: readonly ReferralEvent[]): string {
  if (facts.kind !== 'recorded-in-error') return eventWords(facts);
  const mistake = events.find(({ id }) => id === facts.eventId);
  return mistake === undefined
    ? eventWords(facts)
    : `Corrected: ${eventWords(mistake.facts)}, ${formatDate(mistake.on)}`;
}

function contentOf(
  event: ReferralEvent,
  events: readonly ReferralEvent[],
  isRecordedInError: boolean,
  correctHref: HistoryOptions['correctHref'],
): Html | undefined {
  const said = eventDetails(event.facts);
  const more: Content = isRecordedInError
    ? html`<ul class="app-lines"><li class="app-typed"><strong>Recorded in error:</strong> <bdi>${whyMistaken(event, events)}</bdi></li></ul>`
    : correctHref !== undefined &&
      html`<p class="app-no-print"><a href="${correctHref(event)}">Correct<span class="nhsuk-u-visually-hidden"> this entry: ${eventWords(event.facts)}, ${formatDate(event.on)}</span></a></p>`;
  return said === undefined && more === false ? undefined : html`${said}${more}`;
}

function whyMistaken({ id }: ReferralEvent, events: readonly ReferralEvent[]): string {
  const corrections = events.flatMap(({ facts }) =>
    facts.kind === 'recorded-in-error' && facts.eventId === id ? [facts.reason] : [],
  );
  return corrections.at(-1) ?? '';
}
