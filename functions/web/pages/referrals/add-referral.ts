/** A new referral of somebody. One person has one open referral in a queue: another receipt is linked to it, never a second wait. */
import * as z from 'zod';
import { authorise } from '../../../../shared/application/authorise.ts';
import type { PersonView } from '../../../../shared/application/person/person-view.ts';
import { personNotFound, readPerson } from '../../../../shared/application/person/read-person.ts';
import { newReferralSchema, receiveReferral } from '../../../../shared/application/referral/receive-referral.ts';
import { recordReferralEvent } from '../../../../shared/application/referral/record-referral-event.ts';
import { recordContextOf } from '../../../../shared/application/referral/referral-context.ts';
import { noteSchema } from '../../../../shared/domain/referral/event.ts';
import { openReferral } from '../../../../shared/domain/referral/record.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { addReferralPath, referralPath } from './addresses.ts';
import { duplicatePage } from './duplicate-page.ts';
import { receiptFacts, receiptQuestions } from './receipt-questions.ts';

const path = addReferralPath('{personId}');

export const addReferralRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'referral.receive', async (visit) => askPage(visit, flowOf(visit, await viewOf(visit)))),
  actingPage('POST', path, 'referral.receive', async (visit) => answerPage(visit, flowOf(visit, await viewOf(visit)))),
];

const newReferral = z.object({ referral: newReferralSchema, note: noteSchema.nullable() });
type NewReferralWithNote = z.output<typeof newReferral>;

async function viewOf(visit: ActingVisit): Promise<PersonView> {
  const view = await readPerson(visit.deps, visit.call, visit.params['personId'] ?? '');
  authorise(visit.call, 'referral.receive', view.subject, personNotFound);
  return view;
}

function formOf({ policy }: ActingVisit): Form<NewReferralWithNote> {
  return {
    questions: [
      {
        kind: 'one-of',
        name: 'queue',
        label: 'Which waiting list?',
        missing: 'Select the waiting list',
        options: policy.queues.map(({ code, name }) => ({ value: code, text: name })),
      },
      {
        kind: 'date',
        name: 'on',
        label: 'Date received',
        hint: 'The day it first reached this service: the wait starts on it. For example, 31 3 2026',
      },
      ...receiptQuestions,
      {
        kind: 'long-text',
        name: 'note',
        label: 'Note',
        hint: 'For staff. Never shown to families',
        optional: true,
        rows: 3,
      },
    ],
    schema: z.preprocess((typed) => {
      const { queue, on, note, ...facts } = typed as Record<string, unknown>;
      return { referral: { queue, on, facts: receiptFacts(facts) }, note };
    }, newReferral),
  };
}

function flowOf(visit: ActingVisit, view: PersonView): FormFlow<NewReferralWithNote> {
  const { person } = view;
  return {
    form: formOf(visit),
    title: 'Add a referral',
    above: personBanner(person, visit.today, 'link'),
    backHref: personPath(person.id),
    section: 'find',
    saveLabel: 'Add the referral',
    judge: ({ referral }) => judge(visit, view, referral),
    instead: async ({ referral }) => {
      const open = view.referrals.find((one) => one.referral.queue === referral.queue && one.state.open);
      return open && duplicatePage(visit, view, open, referral);
    },
    warning: () =>
      html`<p>The family’s whole wait and the wait against the standard are counted from the date received.</p>`,
    save: async ({ referral, note }, key) => {
      const received = await receiveReferral(visit.deps, visit.call, person.id, referral, key);
      const address = { personId: person.id, referralId: received.referral.id };
      if (note !== null) await addNote(visit, address, note, received.referral.version, key);
      return goTo(`${referralPath(address)}?recorded=${received.referral.events[0]?.id ?? ''}`);
    },
  };
}

function judge(visit: ActingVisit, { person }: PersonView, input: NewReferralWithNote['referral']): void {
  openReferral(
    {
      id: visit.deps.ids.fresh(),
      personId: person.id,
      origin: null,
      on: input.on,
      facts: { kind: 'received', ...input.facts },
    },
    {
      eventId: visit.deps.ids.fresh(),
      recordedAt: visit.now,
      by: { actor: visit.actor.id, role: visit.actor.role },
      hash: visit.deps.hash,
    },
    recordContextOf(visit.call, person, visit.policy, input.queue),
  );
}

/** Its own event under a key of its own, so that sending the form twice writes it once. */
async function addNote(
  visit: ActingVisit,
  address: { readonly personId: string; readonly referralId: string },
  note: string,
  version: number,
  key: string,
): Promise<void> {
  await recordReferralEvent(
    visit.deps,
    visit.call,
    address,
    { facts: { kind: 'noted', note }, on: visit.today },
    version,
    `${key} note`,
  );
}
