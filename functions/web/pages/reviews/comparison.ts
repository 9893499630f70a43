/** What a row says beside what is recorded, fact by fact, with what differs marked in words. */
import type { ReviewView } from '../../../../shared/application/review/read-review.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { factsOf } from '../../../../shared/domain/import/row-events.ts';
import { foldName } from '../../../../shared/domain/person/name-match.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { eventWords } from '../../../../shared/domain/referral/event-words.ts';
import { standingEvents } from '../../../../shared/domain/referral/standing-events.ts';
import { nhsNumber } from '../../../../shared/http/html/components/nhs-number.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { nameOf } from '../people/name.ts';
import { referralPath } from '../referrals/addresses.ts';

/** A fact of the row beside the same fact of each person it may be about. */
interface Compared {
  readonly fact: string;
  readonly said: Content;
  /** Shown, and whether it differs; a fact that one of the two is silent about does not. */
  readonly recorded: readonly { readonly shown: Content; readonly differs: boolean }[];
}

export function comparison(visit: ActingVisit, view: ReviewView): Html {
  const { people, referral, review } = view;
  const rows = [...personRows(view), ...referralRows(visit, view)];
  const columns: Column<Compared>[] = [
    { heading: 'Fact', isRowHeader: true, cell: ({ fact }) => fact },
    { heading: 'The file says', cell: ({ said }) => said },
    ...people.map(
      (_, at): Column<Compared> => ({
        heading: people.length === 1 ? 'The record says' : `Record ${at + 1} says`,
        cell: ({ recorded }) => recordedCell(recorded[at]),
      }),
    ),
  ];
  const ways = people.map((person, at) => {
    const which = people.length === 1 ? 'Open the record' : `Open record ${at + 1}`;
    const own = referral?.referral.personId === person.id ? referral.referral : null;
    return html`<li><a href="${personPath(person.id)}">${which}</a>${own !== null && html`, or <a href="${referralPath({ personId: person.id, referralId: own.id })}">its referral</a>`}</li>`;
  });
  return html`${table<Compared>({
    caption: 'The file and the record',
    captionSize: 'm',
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-blocks',
    rows,
    columns,
  })}<ul class="nhsuk-list">${ways}<li class="app-secondary">Row ${review.record}, line ${review.line} of the file from <bdi>${review.system}</bdi></li></ul>`;
}

function recordedCell(recorded: Compared['recorded'][number] | undefined): Content {
  if (recorded === undefined) return undefined;
  return html`${recorded.shown}${recorded.differs && html` ${tag({ text: 'Different', colour: 'yellow' })}`}`;
}

const notGiven = html`<span class="app-secondary">Not given</span>`;

function personRows({ review: { row }, people }: ReviewView): readonly Compared[] {
  const said = row.person;
  const line = <T>(
    fact: string,
    given: T | null,
    of: (person: Person) => T | null,
    show: (value: T) => Content,
    key: (value: T) => string = String,
  ): Compared => ({
    fact,
    said: given === null ? notGiven : show(given),
    recorded: people.map((person) => {
      const value = of(person);
      const differs = given !== null && value !== null && key(given) !== key(value);
      return { shown: value === null ? notGiven : show(value), differs };
    }),
  });
  const text = (value: string): Content => html`<bdi>${value}</bdi>`;
  return [
    line(
      'Name',
      { familyName: said.familyName, givenName: said.givenName },
      ({ details: { familyName, givenName } }) => ({ familyName, givenName }),
      nameOf,
      ({ familyName, givenName }) => foldName(`${familyName} ${givenName}`),
    ),
    line<LocalDate>('Date of birth', said.birthDate, ({ details }) => details.birthDate, formatDate),
    line('NHS number', said.nhsNumber, ({ details }) => details.nhsNumber, nhsNumber),
    line('Local id', said.localId, ({ details }) => details.localId, text),
    line('Postcode', said.postcode, ({ details }) => details.postcode, text),
    line('GP practice', said.gpPractice, ({ details }) => details.gpPractice, text),
  ];
}

function referralRows({ policy }: ActingVisit, { review: { row }, people, referral }: ReviewView): readonly Compared[] {
  const own = (shown: Content, differs: boolean) =>
    people.map(({ id }) =>
      referral?.referral.personId === id
        ? { shown, differs }
        : { shown: html`<span class="app-secondary">None to compare</span>`, differs: false },
    );
  const queueName = (code: string) => policy.queues.find((queue) => queue.code === code)?.name ?? code;
  const state = referral?.state;
  const receivedOn = state?.stamps.received;
  const queue = referral?.referral.queue ?? row.queue;
  return [
    { fact: 'Waiting list', said: queueName(row.queue), recorded: own(queueName(queue), queue !== row.queue) },
    {
      fact: 'Received',
      said: formatDate(row.receivedOn),
      recorded: own(receivedOn === undefined ? notGiven : formatDate(receivedOn), receivedOn !== row.receivedOn),
    },
    {
      fact: 'Priority',
      said: statusTag.tier(row.tier),
      recorded: own(state && statusTag.tier(state.tier), state?.tier !== row.tier),
    },
    {
      fact: 'Status',
      said: row.discharge === null ? 'Open' : 'Ended',
      recorded: own(state && statusTag.stage(state.stage), false),
    },
    {
      fact: 'What happened',
      said: happened(factsOf(row).map(({ on, facts }) => ({ on, facts }))),
      recorded: own(referral === null ? undefined : happened(standingEvents(referral.referral.events)), false),
    },
  ];
}

function happened(
  events: readonly { readonly on: LocalDate; readonly facts: Parameters<typeof eventWords>[0] }[],
): Html {
  const inOrder = events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return html`<span class="app-happened">${inOrder.map(
    ({ on, facts }) =>
      html`<span class="app-happened__event"><span class="app-nowrap">${formatDate(on)}</span>: ${eventWords(facts)}${facts.kind === 'noted' && html` <bdi class="app-typed">“${facts.note}”</bdi>`}</span>`,
  )}</span>`;
}
