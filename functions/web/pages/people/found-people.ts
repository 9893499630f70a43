/** People who were found, told apart at a glance: name, birth date, numbers and where they live. */
import type { PeopleFound } from '../../../../shared/application/person/find-people.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { nhsNumber } from '../../../../shared/http/html/components/nhs-number.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { personPath } from './addresses.ts';
import { bornInWords } from './age.ts';
import { nameOf } from './name.ts';

export function foundPeople({ people, more }: PeopleFound, today: LocalDate): Html {
  return html`<div role="status"><h2 class="nhsuk-heading-m">${more ? `The first ${people.length} people found` : `${counted(people.length, 'record')} found`}</h2>${
    more && html`<p>There are more. Enter more of the name, or a given name.</p>`
  }</div>${peopleTable(people, today, 'People found')}`;
}

/** @param caption read aloud before the table */
export function peopleTable(people: readonly Person[], today: LocalDate, caption: string): Html {
  return table<Person>({
    caption,
    isCaptionHidden: true,
    isResponsive: true,
    rows: people,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: (person) =>
          html`<a href="${personPath(person.id)}">${nameOf(person.details)}</a>${notices(person, people)}`,
      },
      { heading: 'Born', cell: ({ details }) => bornInWords(details, today) },
      { heading: 'NHS number', cell: ({ details }) => nhsNumber(details.nhsNumber) },
      { heading: 'Local id', cell: ({ details }) => details.localId ?? 'None' },
      { heading: 'Postcode', cell: ({ details }) => details.postcode ?? 'Not recorded' },
    ],
  });
}

/** What tells one record from another, or warns of it. */
function notices({ id, details, possibleDuplicateOf }: Person, found: readonly Person[]): readonly Html[] {
  // The mark is kept on the record that came later; where both are shown, both are told.
  const marked = possibleDuplicateOf.length > 0 || found.some((other) => other.possibleDuplicateOf.includes(id));
  return [
    details.diedOn !== null && tag({ text: 'Died', colour: 'grey' }),
    details.flags.includes('restricted') && statusTag.flag('restricted'),
    marked && tag({ text: 'Possible duplicate', colour: 'yellow' }),
  ].flatMap((one) => (one === false ? [] : [html` <span class="app-nowrap">${one}</span>`]));
}
