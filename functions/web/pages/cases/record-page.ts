/**
 * Opening a case and recording what happened to it: one flow for every kind. The version that was read travels with the form,
 * so that nobody records over what somebody else has done meanwhile.
 */
import { authorise } from '../../../../shared/application/authorise.ts';
import { caseContext } from '../../../../shared/application/case/case-entry.ts';
import { caseNotFound, caseSubject } from '../../../../shared/application/case/case-subject.ts';
import { openCaseOf } from '../../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../../shared/application/case/record-case-event.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { eventsSince } from '../../../../shared/application/versions.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { CaseEvent } from '../../../../shared/domain/case/case.ts';
import { caseTypeOf } from '../../../../shared/domain/case/case-types.ts';
import { openCase as openedCase, recordOnCase } from '../../../../shared/domain/case/record-case.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { html } from '../../../../shared/http/html/html.ts';
import {
  answerPage,
  askPage,
  type FormFlow,
  meanwhilePage,
  moreAsked,
} from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { doneToday } from '../referrals/event-forms/event-form.ts';
import { casePath } from './addresses.ts';
import { type CaseEntryTyped, caseEntryForm, startOf } from './case-entry-form.ts';
import { caseHistory, happenedWords } from './case-history.ts';
import { caseNames } from './case-names.ts';
import type { CaseForm, CaseOnPage } from './case-pages.ts';
import { casePagesOf } from './duties.ts';
import { type OpenCase, openCase } from './open-case.ts';

export async function openCaseForm(visit: ActingVisit): Promise<PageAnswer> {
  return askPage(visit, await openingFlow(visit));
}

export async function openCaseAnswer(visit: ActingVisit): Promise<PageAnswer> {
  return answerPage(visit, await openingFlow(visit));
}

export async function recordOnCaseForm(visit: ActingVisit): Promise<PageAnswer> {
  const open = await opened(visit);
  const travelling = { version: String(open.one.record.version), event: visit.query.get('event') ?? '', more: 0 };
  return askPage(visit, recordingFlow(visit, open, travelling));
}

export async function recordOnCaseAnswer(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const travelling = { version: body.get('version'), event: body.get('event'), more: moreAsked(body) };
  return answerPage(visit, recordingFlow(visit, await opened(visit), travelling));
}

async function openingFlow(visit: ActingVisit): Promise<FormFlow<CaseEntryTyped>> {
  const { deps, call, params } = visit;
  const pages = casePagesOf(params['kind']);
  const happened = pages.opensWith;
  const form = happened === undefined ? undefined : pages.forms[happened];
  if (happened === undefined || form === undefined || form === null) throw noSuchPage();
  const { person } = await readPerson(deps, call, params['personId'] ?? '');
  const open: CaseOnPage = { visit, person, view: null };
  const type = caseTypeOf(deps.caseTypes, pages.kind);
  return {
    ...flowOf(visit, happened, form, open),
    backHref: personPath(person.id),
    judge: ({ facts, on }) => {
      const identity = { id: deps.ids.fresh(), place: person.place, personId: person.id };
      openedCase(type, identity, { facts, on }, recorderOf(visit), contextOf(visit, person));
    },
    save: async (entry, key) => {
      const { record } = await openCaseOf(deps, call, person.id, pages.kind, entry, key);
      const address = casePath({ personId: person.id, kind: pages.kind, caseId: record.id });
      return goTo(`${address}?recorded=${record.events[0]?.id ?? ''}`);
    },
  };
}

/** What travels with the form. `event` is the entry to correct, where one is. */
interface Travelling {
  readonly version: string;
  readonly event: string;
  /** How often more lines were asked for. */
  readonly more: number;
}

async function opened(visit: ActingVisit): Promise<OpenCase> {
  const open = await openCase(visit);
  authorise(visit.call, 'case.record', caseSubject(visit.actor.place, open.one.row, visit.policy), caseNotFound);
  return open;
}

function recordingFlow(
  visit: ActingVisit,
  { pages, person, one }: OpenCase,
  { version, event, more }: Travelling,
): FormFlow<CaseEntryTyped> {
  const { deps, call, params } = visit;
  const { record } = one;
  const happened = params['happened'] ?? '';
  const form =
    happened === 'recorded-in-error'
      ? correctionForm(record.events, event, (event) => happenedWords(pages, event, record.events))
      : pages.forms[happened];
  if (form === undefined || form === null) throw noSuchPage();
  const open: CaseOnPage = { visit, person, view: one, more };
  const key = { personId: record.personId, kind: record.kind, caseId: record.id };
  const seen = Number(version) || 0;
  const type = caseTypeOf(deps.caseTypes, record.kind);
  const flow: FormFlow<CaseEntryTyped> = {
    ...flowOf(visit, happened, form, open),
    backHref: casePath(key),
    hidden: { version, event, ...(more > 0 && { more: String(more) }) },
    more: form.more?.(open),
    judge: (entry) => {
      recordOnCase(type, record, entry, recorderOf(visit), contextOf(visit, person));
    },
    save: async (entry, idempotencyKey) => {
      const after = await recordCaseEvent(deps, call, key, entry, seen, idempotencyKey);
      return goTo(`${casePath(key)}?recorded=${after.record.events.at(-1)?.id ?? ''}`);
    },
    onStale: async (_, answers) => {
      const { one: now } = await openCase(visit);
      const since = new Set(eventsSince(now.record, seen).map(({ id }) => `event-${id}`));
      const entries = caseHistory(pages, now.record, { reader: visit.actor, policy: visit.policy }).filter(({ id }) =>
        since.has(id ?? ''),
      );
      const hidden = { version: String(now.record.version) };
      return meanwhilePage(visit, flow, answers, { since: timeline({ headingLevel: 3, entries }), hidden });
    },
  };
  return flow;
}

function flowOf(
  visit: ActingVisit,
  happened: string,
  form: CaseForm,
  open: CaseOnPage,
): Omit<FormFlow<CaseEntryTyped>, 'backHref' | 'save'> {
  const pages = casePagesOf(visit.params['kind']);
  return {
    form: caseEntryForm(caseTypeOf(visit.deps.caseTypes, pages.kind), happened, form, open),
    title: form.action,
    above: personBanner(open.person, visit.today, 'link'),
    intro: html`<p class="app-secondary">${caseNames[pages.kind].one}</p>${form.intro?.(open)}`,
    section: 'duties',
    start: startOf(form, open),
    saveLabel: form.saveLabel ?? 'Save',
    warning: ({ facts, on }) => form.warning?.(facts, open, on),
  };
}

function recorderOf({ deps, now, actor }: ActingVisit) {
  return { eventId: deps.ids.fresh(), recordedAt: now, by: { actor: actor.id, role: actor.role }, hash: deps.hash };
}

function contextOf({ deps, policy, today }: ActingVisit, person: OpenCase['person']) {
  return caseContext({ types: deps.caseTypes, policy }, person.details, today);
}

/** The form that says that one entry was a mistake. It stays in the history, struck through. */
function correctionForm(events: readonly CaseEvent[], eventId: string, words: (event: CaseEvent) => string): CaseForm {
  const mistake = events.find(({ id }) => id === eventId);
  if (mistake === undefined) throw caseNotFound();
  return {
    action: 'Correct an entry',
    day: doneToday('Date of the correction'),
    intro: () =>
      html`${insetText(html`<p><strong>${words(mistake)}</strong>, ${formatDate(mistake.on)}</p>`)}<p>The entry stays in the history, struck through, and counts as if it had never happened. Then record what did happen, if anything.</p>`,
    questions: () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: 'What was wrong?',
        hint: 'For example: wrong child, wrong date, entered twice',
        missing: 'Enter what was wrong',
        rows: 2,
      },
    ],
    facts: ({ reason }) => ({ eventId: mistake.id, reason }),
    saveLabel: 'Mark as recorded in error',
  };
}

function noSuchPage() {
  return notFound('no-such-page', 'There is no such page');
}
