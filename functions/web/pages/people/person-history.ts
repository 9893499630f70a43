/** Everything that happened to a person, their referrals and cases, on one line of time, newest first. */
import type { PersonView } from '../../../../shared/application/person/person-view.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf, parseInstant } from '../../../../shared/domain/calendar/instant.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { caseEntriesOfPerson } from '../cases/of-person.ts';
import { type DatedEntry, historyEntries, newestFirst } from '../referrals/history.ts';
import { recordOf } from '../referrals/open-record.ts';
import { detailNames } from './person-form.ts';
import { whoDid } from './who.ts';

export function personHistory(visit: ActingVisit, view: PersonView): readonly DatedEntry[] {
  const referrals = view.referrals.flatMap((one) =>
    historyEntries(one.referral.events, {
      reader: visit.actor,
      queueName: recordOf(visit, view, one).queue.shortName,
    }),
  );
  const person = view.person.events.map((event) => personEntry(visit, event));
  return [...person, ...referrals, ...caseEntriesOfPerson(visit, view)].toSorted(newestFirst);
}

const kinds: Readonly<Record<Person['events'][number]['kind'], string>> = {
  created: 'Record made',
  changed: 'Details changed',
  'flagged-possible-duplicate': 'Marked as a possible duplicate',
  merged: 'Merged with another record',
  died: 'Death recorded',
  'recorded-in-error': 'An entry recorded in error',
};

/** Which details changed, and never what they were: the history of values is the audit's. */
function personEntry({ actor }: ActingVisit, event: Person['events'][number]): DatedEntry {
  const on = localDateOf(parseInstant(event.recordedAt));
  const fields = event.fields.map((field) => detailNames[field as keyof typeof detailNames] ?? field);
  const said = [fields.join(', '), event.reason ?? ''].filter((text) => text !== '').join('. ');
  return {
    id: `event-${event.id}`,
    title: kinds[event.kind],
    by: event.importId === undefined ? whoDid(event.by, actor) : `${whoDid(event.by, actor)}, from a file`,
    when: formatDate(on),
    datetime: on,
    order: `${on} ${event.recordedAt}`,
    ...(said === '' ? {} : { content: said }),
  };
}
