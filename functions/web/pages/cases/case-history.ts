/** A case's history as entries of a timeline, newest first. Mistakes stay, struck through, with why; moved due dates are told. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import type { Case, CaseEvent } from '../../../../shared/domain/case/case.ts';
import {
  type DueMoved,
  isDueMoved,
  isRecordedInError,
  mistakenIn,
} from '../../../../shared/domain/case/generic-facts.ts';
import type { Actor } from '../../../../shared/domain/permission/actor.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { type Content, html } from '../../../../shared/http/html/html.ts';
import { whoDid } from '../people/who.ts';
import { type DatedEntry, newestFirst } from '../referrals/history.ts';
import type { CasePages } from './case-pages.ts';

export interface CaseHistoryOptions {
  readonly reader: Actor;
  readonly policy: Policy;
  /** Said before each entry, where entries of several records stand together. */
  readonly name?: string;
  /** Where an entry can be corrected; without it none can. */
  readonly correctHref?: (event: CaseEvent) => string | undefined;
}

export function caseHistory(
  pages: CasePages,
  { events }: Pick<Case, 'events'>,
  options: CaseHistoryOptions,
): readonly DatedEntry[] {
  const mistaken = mistakenIn(events);
  return events.map((event) => entryOf(pages, event, events, mistaken, options)).toSorted(newestFirst);
}

/** What an event is called. */
export function happenedWords(
  pages: CasePages,
  { facts }: Pick<CaseEvent, 'facts'>,
  events: readonly CaseEvent[],
): string {
  if (isDueMoved(facts)) return `Due date moved: ${dueName(pages, facts)}`;
  if (!isRecordedInError(facts)) return pages.happened(facts);
  const mistake = events.find(({ id }) => id === facts.eventId);
  return mistake === undefined
    ? 'An entry corrected'
    : `Corrected: ${happenedWords(pages, mistake, events)}, ${formatDate(mistake.on)}`;
}

function entryOf(
  pages: CasePages,
  event: CaseEvent,
  events: readonly CaseEvent[],
  mistaken: ReadonlySet<string>,
  { reader, policy, name, correctHref }: CaseHistoryOptions,
): DatedEntry {
  const { on, recordedAt, seq, by, id } = event;
  const recordedOn = localDateOf(recordedAt);
  const words = happenedWords(pages, event, events);
  const who = by.role === 'service' ? 'the service' : whoDid(by, reader);
  const lines = linesOf(wordsOf(pages, event, events, mistaken.has(id), policy));
  const href = mistaken.has(id) || isDueMoved(event.facts) ? undefined : correctHref?.(event);
  const correct =
    href !== undefined &&
    html`<p class="app-no-print"><a href="${href}">Correct<span class="nhsuk-u-visually-hidden"> this entry: ${words}, ${formatDate(on)}</span></a></p>`;
  return {
    id: `event-${id}`,
    title: name === undefined ? words : `${name}: ${words}`,
    by: event.importId === undefined ? who : `${who}, from a file`,
    when: `${formatDate(on)}${recordedOn === on ? '' : `, recorded ${formatDate(recordedOn)}`}`,
    datetime: on,
    isRecordedInError: mistaken.has(id),
    order: `${on} ${recordedAt} ${String(seq).padStart(4, '0')}`,
    ...(lines === undefined && correct === false ? {} : { content: html`${lines}${correct}` }),
  };
}

type Line = readonly [term: string, text: string | undefined];

function linesOf(lines: readonly Line[]): Content {
  const said = lines.filter(([, text]) => text !== undefined && text !== '');
  if (said.length === 0) return undefined;
  return html`<ul class="app-lines">${said.map(([term, text]) => html`<li class="app-typed">${term !== '' && html`<span class="app-secondary">${term}:</span> `}<bdi>${text}</bdi></li>`)}</ul>`;
}

function wordsOf(
  pages: CasePages,
  { id, facts }: CaseEvent,
  events: readonly CaseEvent[],
  wrong: boolean,
  policy: Policy,
): readonly Line[] {
  if (isDueMoved(facts)) return movedLines(facts);
  if (isRecordedInError(facts)) return [['Reason', facts.reason]];
  const why = events.flatMap(({ facts: other }) =>
    isRecordedInError(other) && other.eventId === id ? [other.reason] : [],
  );
  return [...(pages.details?.(facts, policy) ?? []), ...(wrong ? [['Recorded in error', why.at(-1)] as const] : [])];
}

const reasons: Readonly<Record<DueMoved['why'][number], string>> = {
  policy: 'the place changed its policy',
  'bank-holidays': 'the list of bank holidays changed',
  person: 'the person’s details changed',
};

function movedLines({ from, to, why }: DueMoved): readonly Line[] {
  return [
    ['Was due', formatDate(from)],
    ['Now due', to === null ? 'no longer' : formatDate(to)],
    ['Because', why.map((reason) => reasons[reason]).join(', and ')],
  ];
}

function dueName({ dueWords }: CasePages, { deadline }: DueMoved): string {
  const words = dueWords[deadline] ?? deadline;
  return words.charAt(0).toLowerCase() + words.slice(1);
}
