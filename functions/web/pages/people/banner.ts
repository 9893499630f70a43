/**
 * Whom a page is about, at the top of every page about somebody, so that nobody works on the wrong child's record: name,
 * birth date, numbers, flags, what to do for them at every contact, and what must not be overlooked.
 */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { nhsNumber } from '../../../../shared/http/html/components/nhs-number.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Content, type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { personPath } from './addresses.ts';
import { bornInWords } from './age.ts';
import { nameOf } from './name.ts';

/** @param place `heading` on the person's own page, where the name is the heading; `link` on every other. */
export function personBanner(person: Person, today: LocalDate, place: 'heading' | 'link'): Html {
  const { details } = person;
  const name = nameOf(details);
  return html`<section class="app-banner" aria-label="Who this page is about">${
    place === 'heading'
      ? html`<h1 class="app-banner__name">${name}</h1>`
      : html`<p class="app-banner__name"><a href="${personPath(person.id)}">${name}</a></p>`
  }<dl class="app-banner__facts">${fact('Born', bornInWords(details, today))}${fact('NHS number', nhsNumber(details.nhsNumber))}${fact(
    'Local id',
    details.localId === null ? 'None' : html`<bdi>${details.localId}</bdi>`,
  )}</dl>${
    details.flags.length > 0 &&
    html`<p class="app-banner__flags"><span class="nhsuk-u-visually-hidden">Flags: </span>${joined(
      details.flags.map((flag) => statusTag.flag(flag)),
      ' ',
    )}</p>`
  }${needs(person)}${notices(person)}</section>`;
}

function needs({ details }: Person): Html | false {
  const { reasonableAdjustments, communicationNeeds, interpreterLanguage } = details;
  const facts = [
    ['Adjustments', reasonableAdjustments.join('; ')],
    ['Communication', communicationNeeds.join('; ')],
    ['Interpreter', interpreterLanguage ?? ''],
  ].filter(([, text]) => text !== '');
  return (
    facts.length > 0 &&
    html`<dl class="app-banner__needs">${facts.map(([term, text]) => fact(term, html`<bdi>${text}</bdi>`))}</dl>`
  );
}

function fact(term: Content, value: Content): Html {
  return html`<div class="app-banner__fact"><dt>${term}</dt><dd>${value}</dd></div>`;
}

function notices({ details, possibleDuplicateOf, mergedInto }: Person): Html | false {
  const said: Html[] = [];
  if (details.diedOn !== null)
    said.push(
      html`<strong>Died on ${formatDate(details.diedOn)}.</strong> No letter or message goes to the family except by the bereavement procedure.`,
    );
  if (details.flags.includes('restricted'))
    said.push(
      html`<strong>Restricted record.</strong> Only services that work with this person see it. Give no address, school or whereabouts to anyone.`,
    );
  if (mergedInto !== null)
    said.push(
      html`<strong>Merged into another record.</strong> <a href="${personPath(mergedInto)}">Work in that record</a> instead.`,
    );
  if (possibleDuplicateOf.length > 0) {
    const others = possibleDuplicateOf.map(
      (id, at) =>
        html`<a href="${personPath(id)}">${possibleDuplicateOf.length === 1 ? 'the other record' : `record ${at + 1}`}</a>`,
    );
    said.push(
      html`<strong>Possible duplicate.</strong> Somebody with the same name and birth date has a record of their own: look at ${joined(others, ', ')} before you record anything.`,
    );
  }
  return (
    said.length > 0 && html`<ul class="app-banner__notices">${said.map((notice) => html`<li>${notice}</li>`)}</ul>`
  );
}
