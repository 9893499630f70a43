/** Draws the waiting lists of a role, each with its figures of today; or what a role without lists can do. */
import type { QueueAtAGlance } from '../../../../shared/application/queue/queue-at-a-glance.ts';
import type { Instant } from '../../../../shared/domain/calendar/instant.ts';
import type { Actor } from '../../../../shared/domain/permission/actor.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import type { Action } from '../../../../shared/domain/permission/grants.ts';
import { roleNames } from '../../../../shared/domain/staff/role-names.ts';
import { card } from '../../../../shared/http/html/components/card.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { figuresAddress, listAddress } from './addresses.ts';
import { momentInWords } from './as-at.ts';
import { figuresStrip } from './figures-strip.ts';
import { needsActionView, onPathwayNeedsActionView, overStandardView } from './list-views.ts';
import { standingFigures } from './queue-figures.ts';
import { waitFigure } from './wait-figure.ts';

export interface HomeViewProps {
  readonly glances: readonly QueueAtAGlance[];
  readonly now: Instant;
  readonly place: string;
  readonly actor: Actor;
}

export function homeView({ glances, now, place, actor }: HomeViewProps): Html {
  return html`${pageHeading('Waiting lists', place)}<p class="app-list-moment">As at ${momentInWords(now)}</p><ul class="app-queues">${glances.map(
    (glance) => html`<li>${queueCard(glance)}</li>`,
  )}</ul>${alsoHere(actor)}`;
}

function queueCard(glance: QueueAtAGlance): Html {
  const { queue } = glance;
  const [waiting, within, over] = standingFigures(glance, queue);
  return card({
    heading: queue.name,
    headingLevel: 2,
    content: html`${figuresStrip([
      ...(waiting ? [{ ...waiting, href: listAddress(queue.code) }] : []),
      ...(within ? [within] : []),
      ...(over ? [{ ...over, href: listAddress(queue.code, overStandardView) }] : []),
      { name: 'Longest', value: waitFigure(glance.longestDays) },
      { name: 'Needs action', value: String(glance.needsAction), href: listAddress(queue.code, needsActionView) },
    ])}${
      glance.onPathwayNeedsAction > 0 &&
      html`<p>After being seen: <a href="${listAddress(queue.code, onPathwayNeedsActionView)}">${glance.onPathwayNeedsAction === 1 ? '1 needs' : `${glance.onPathwayNeedsAction} need`} action</a></p>`
    }${!glance.complete && insetText('This list is too long to count whole: the figures are of its first 10,000 rows.')}<p class="app-queues__ways"><a href="${listAddress(queue.code)}">Open the list<span class="nhsuk-u-visually-hidden"> of ${queue.name}</span></a> <a href="${figuresAddress(queue.code)}">Figures<span class="nhsuk-u-visually-hidden"> of ${queue.name}</span></a></p>`,
  });
}

/** What a role does besides working lists, where it has leave to. */
const otherWork: readonly {
  readonly action: Action;
  readonly href: string;
  readonly text: string;
  readonly hint: string;
}[] = [
  {
    action: 'case.list',
    href: '/my-day',
    text: 'My day',
    hint: 'What is due, late or waited for of your teams, in one list.',
  },
  {
    action: 'person.find',
    href: '/people/find',
    text: 'Find or add a person',
    hint: 'By NHS number, name and date of birth, or local id.',
  },
  {
    action: 'import.run',
    href: '/import',
    text: 'Import a file',
    hint: 'Bring in an extract: check it first, then confirm.',
  },
  { action: 'review.read', href: '/reviews', text: 'To decide', hint: 'Rows of files that a person has to look at.' },
];

function alsoHere(actor: Actor): Html | undefined {
  const open = otherWork.filter(({ action }) => can(actor, action, anythingOf(actor)) === 'allowed');
  if (open.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Other work</h2><ul class="nhsuk-list app-other-work">${open.map(
    ({ href, text, hint }) =>
      html`<li><a href="${href}">${text}</a><span class="app-queue__line app-secondary">${hint}</span></li>`,
  )}</ul>`;
}

/** For roles that work no list: they are told so, and not shown an empty one. */
export function noListsView({ actor, policy, staff }: ActingVisit): Html {
  const role = roleNames[actor.role];
  return html`${pageHeading('Waiting lists', policy.place.name)}${insetText(
    html`<p>You act as <strong>${role}</strong>. ${whyNoLists(actor)}</p>`,
  )}${
    staff.memberships.length > 1 && html`<p><a href="/choose-role">Choose another of your roles</a></p>`
  }${alsoHere(actor)}`;
}

function whyNoLists(actor: Actor): string {
  if (
    can(actor, 'queue.read', anythingOf(actor)) === 'allowed' ||
    actor.role === 'clinician' ||
    actor.role === 'administrator'
  )
    return 'You have not been given any service of this place, so no waiting list is open to you. Ask whoever manages access in your place.';
  return 'This role does not see records of people, so no waiting list is open to you. That does not mean that nobody is waiting.';
}
