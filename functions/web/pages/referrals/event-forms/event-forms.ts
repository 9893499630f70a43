/** Every kind of event with its form. A kind without one does not compile. */
import type { ReferralEventKind } from '../../../../../shared/domain/referral/event.ts';
import { appointmentForms } from './appointments.ts';
import { assessmentForms } from './assessment.ts';
import { contactAndCareForms } from './contact-and-care.ts';
import type { EventForm } from './event-form.ts';
import { keepingForms } from './keeping-the-record.ts';
import { moveAndEndForms } from './moves-and-ending.ts';
import { triageForms } from './triage.ts';

/** Kinds whose form does not depend on one earlier entry. */
export type FormKind = Exclude<ReferralEventKind, 'recorded-in-error'>;

type Forms = { readonly [K in FormKind]: EventForm<K> };

const forms: Forms = {
  ...triageForms,
  ...appointmentForms,
  ...contactAndCareForms,
  ...assessmentForms,
  ...moveAndEndForms,
  ...keepingForms,
};

export function eventFormOf(kind: FormKind): EventForm {
  // Each form is of its own kind; the union of kinds cannot say so.
  return forms[kind] as EventForm;
}
