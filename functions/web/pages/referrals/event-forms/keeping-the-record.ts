/** Priority, who it is with, duplicates, notes and corrections. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { ReferralEvent } from '../../../../../shared/domain/referral/event.ts';
import { eventWords } from '../../../../../shared/domain/referral/event-words.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { statusLabel } from '../../../../../shared/http/html/components/status.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import { tierOptions } from '../receipt-questions.ts';
import { doneToday, type EventForm, namedPerson } from './event-form.ts';

export const keepingForms = {
  retiered: {
    action: 'Change the priority',
    day: doneToday('Date of the decision'),
    intro: ({ state }) =>
      html`<p>A clinical decision, recorded with your name, the reason and the date. Flags do not change a priority by themselves.</p>${insetText(`The priority is ${statusLabel.tier(state.tier).toLowerCase()} now.`)}`,
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'tier',
        label: 'New priority',
        missing: 'Select the new priority',
        options: tierOptions.filter(({ value }) => value !== state.tier),
      },
      { kind: 'long-text', name: 'reason', label: 'Clinical reason', rows: 3 },
    ],
    saveLabel: 'Change the priority',
  } satisfies EventForm<'retiered'>,

  assigned: {
    action: 'Assign',
    day: doneToday('Date'),
    questions: () => [
      {
        ...namedPerson('to', 'Assign to', 'The clinician or team that takes it on'),
        missing: 'Enter who takes it on',
      },
    ],
    saveLabel: 'Assign',
  } satisfies EventForm<'assigned'>,

  'linked-duplicate': {
    action: 'Link a duplicate referral',
    day: doneToday('Date you link it'),
    intro: () =>
      html`<p>A second referral of the same person to the same queue. There is no second wait: if it was received before this one, the family’s whole wait is counted from it. Tell the referrer.</p>`,
    questions: () => [
      { kind: 'date', name: 'received', label: 'Date the duplicate was received', hint: 'For example, 31 3 2026' },
      { kind: 'text', name: 'source', label: 'Who sent it?', missing: 'Enter who sent it', width: 30 },
    ],
    saveLabel: 'Link the duplicate',
  } satisfies EventForm<'linked-duplicate'>,

  noted: {
    action: 'Add a note',
    day: doneToday('Date it concerns'),
    intro: () => html`<p>Notes are for staff. They are never shown to families.</p>`,
    questions: () => [{ kind: 'long-text', name: 'note', label: 'Note', missing: 'Enter the note' }],
    saveLabel: 'Save the note',
  } satisfies EventForm<'noted'>,
};

/** The form that says that one entry was a mistake. It stays in the history, struck through. */
export function correctionForm(mistake: ReferralEvent): EventForm<'recorded-in-error'> {
  return {
    action: 'Correct an entry',
    day: doneToday('Date of the correction'),
    intro: () =>
      html`${insetText(html`<p><strong>${eventWords(mistake.facts)}</strong>, ${formatDate(mistake.on)}</p>`)}<p>The entry stays in the history, struck through, and counts as if it had never happened: the wait is worked out without it. Then record what did happen, if anything.</p>`,
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
