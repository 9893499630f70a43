/**
 * Recording what happened: one flow for every kind of event, from the tables of event-forms/. The version that was read
 * travels with the form, so that nobody records over what somebody else has done meanwhile.
 */
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import {
  recordReferralEvent,
  referralNotFound,
} from '../../../../shared/application/referral/record-referral-event.ts';
import { eventsSince } from '../../../../shared/application/versions.ts';
import { type LocalDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { forbidden, notFound } from '../../../../shared/domain/error.ts';
import { type ReferralEventKind, referralEventKinds } from '../../../../shared/domain/referral/event.ts';
import { whyNot } from '../../../../shared/domain/referral/next-actions.ts';
import { recordEvent } from '../../../../shared/domain/referral/record.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import {
  type Answers,
  answerPage,
  askPage,
  type FormFlow,
  meanwhilePage,
} from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { familyReachView } from '../family-access/reach-view.ts';
import { personBanner } from '../people/banner.ts';
import { referralPath } from './addresses.ts';
import { type EventEntry, eventEntryForm } from './event-entry.ts';
import type { EventForm } from './event-forms/event-form.ts';
import { eventFormOf } from './event-forms/event-forms.ts';
import { correctionForm } from './event-forms/keeping-the-record.ts';
import { historyEntries } from './history.ts';
import { mayDo, type OpenRecord, openRecord, recordOf, subjectOf } from './open-record.ts';

const path = `${referralPath({ personId: '{personId}', referralId: '{referralId}' })}/record/{kind}`;

export const recordEventRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'referral.record', async (visit) => {
    const { kind, record } = await opened(visit);
    const refusal = whyNot(record.state, kind, record.context);
    if (refusal !== undefined) return notNow(visit, record, refusal.message);
    const mistakeId = visit.query.get('event') ?? '';
    const travelling = { version: String(record.referral.version), event: mistakeId };
    return askPage(visit, flowOf(visit, kind, record, travelling, await reachFor(visit, kind, record)));
  }),
  actingPage('POST', path, 'referral.record', async (visit) => {
    const { kind, record } = await opened(visit);
    const body = await visit.form();
    const travelling = { version: body.get('version'), event: body.get('event') };
    return answerPage(visit, flowOf(visit, kind, record, travelling, await reachFor(visit, kind, record)));
  }),
];

/** What is recorded after, or while, the family is rung or written to: how to reach it stands beside the form. */
const inTouch: ReadonlySet<ReferralEventKind> = new Set([
  'appointment-offered',
  'appointment-booked',
  'appointment-cancelled',
  'appointment-missed',
  'new-date-agreed',
  'family-contacted',
  'family-informed',
]);

async function reachFor(visit: ActingVisit, kind: ReferralEventKind, record: OpenRecord): Promise<Html | undefined> {
  if (!inTouch.has(kind)) return undefined;
  return familyReachView(visit, record.person.id, subjectOf(visit, record));
}

async function opened(visit: ActingVisit): Promise<{ kind: ReferralEventKind; record: OpenRecord }> {
  const kind = referralEventKinds.find((one) => one === visit.params['kind']);
  if (kind === undefined) throw notFound('no-such-page', 'There is no such page');
  const record = await openRecord(visit);
  if (!mayDo(visit, kind === 'retiered' ? 'referral.retier' : 'referral.record', record))
    throw forbidden('not-allowed', 'You may not do this in the role you act in');
  return { kind, record };
}

/** What travels with the form. `event` is the entry to correct, where one is. */
interface Travelling {
  readonly version: string;
  readonly event: string;
}

function flowOf(
  visit: ActingVisit,
  kind: ReferralEventKind,
  record: OpenRecord,
  { version, event }: Travelling,
  reach: Html | undefined,
): FormFlow<EventEntry> {
  const { person, referral, queue, context, address } = record;
  const form = formOf(kind, record, event);
  const seen = Number(version) || 0;
  const flow: FormFlow<EventEntry> = {
    form: eventEntryForm(kind, form, record),
    title: form.action,
    above: personBanner(person, visit.today, 'link'),
    intro: html`<p class="app-secondary">${queue.name}</p>${form.intro?.(record)}${reach}`,
    backHref: referralPath(address),
    section: 'queues',
    start: { ...(form.day.filledIn === 'today' ? typedDay(visit.today) : {}), ...form.start?.(record) },
    hidden: { version, event },
    saveLabel: form.saveLabel ?? 'Save',
    judge: (entry) => {
      const recorder = {
        eventId: visit.deps.ids.fresh(),
        recordedAt: visit.now,
        by: { actor: visit.actor.id, role: visit.actor.role },
        hash: visit.deps.hash,
      };
      recordEvent(referral, entry, recorder, context);
    },
    warning: ({ facts }) => form.warning?.(facts, record),
    save: async (entry, key) => {
      const view = await recordReferralEvent(visit.deps, visit.call, address, entry, seen, key);
      return goTo(`${referralPath(address)}?recorded=${view.referral.events.at(-1)?.id ?? ''}`);
    },
    onStale: (_, answers) => changedMeanwhile(visit, flow, seen, answers),
  };
  return flow;
}

function formOf(kind: ReferralEventKind, { referral }: OpenRecord, mistakeId: string): EventForm {
  if (kind !== 'recorded-in-error') return eventFormOf(kind);
  const mistake = referral.events.find(({ id }) => id === mistakeId);
  if (mistake === undefined) throw referralNotFound();
  return correctionForm(mistake) as EventForm;
}

function typedDay(day: LocalDate): Typed {
  const parts = partsOf(day);
  return { 'on-day': [String(parts.day)], 'on-month': [String(parts.month)], 'on-year': [String(parts.year)] };
}

/** The referral as it is now, with what was recorded since the form was opened. */
async function changedMeanwhile(
  visit: ActingVisit,
  flow: FormFlow<EventEntry>,
  seen: number,
  answers: Answers,
): Promise<PageAnswer> {
  const view = await readPerson(visit.deps, visit.call, visit.params['personId'] ?? '');
  const found = view.referrals.find(({ referral }) => referral.id === visit.params['referralId']);
  if (found === undefined) throw referralNotFound();
  const { referral } = recordOf(visit, view, found);
  const since = new Set(eventsSince(referral, seen).map(({ id }) => `event-${id}`));
  const entries = historyEntries(referral.events, { reader: visit.actor }).filter(({ id }) => since.has(id ?? ''));
  return meanwhilePage(visit, flow, answers, {
    since: timeline({ headingLevel: 3, entries }),
    hidden: { version: String(referral.version) },
  });
}

/** Reached by an old link, or after somebody else was quicker. */
function notNow(visit: ActingVisit, { person, address, queue }: OpenRecord, why: string): PageAnswer {
  const title = 'This cannot be recorded now';
  return page(
    {
      title,
      section: 'queues',
      beforeContent: backLink({ href: referralPath(address), text: 'Back to the referral' }),
      content: html`${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${queue.name}</span> ${title}</h1><p>${why}.</p><p><a href="${referralPath(address)}">Go to the referral as it is now</a></p>`,
    },
    409,
  );
}
