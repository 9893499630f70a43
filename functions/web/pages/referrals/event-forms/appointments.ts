/** Offers, bookings, cancellations and missed appointments. */
import { ageOn } from '../../../../../shared/domain/calendar/age.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { addDays, partsOf } from '../../../../../shared/domain/calendar/local-date.ts';
import { missedCodingFor } from '../../../../../shared/domain/referral/missed-coding.ts';
import { isProtected } from '../../../../../shared/domain/referral/record-context.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question, Typed } from '../../../../../shared/http/page/question.ts';
import type { OpenRecord } from '../open-record.ts';
import { dayToType, doneToday, type EventAnswers, type EventForm, isYes, noQuestions, yesOrNo } from './event-form.ts';
import { missedCodingOn } from './missed-coding-on.ts';

const reason: Question = { kind: 'long-text', name: 'reason', label: 'Reason', optional: true, rows: 2 };

const appointmentQuestions: readonly Question[] = [
  { kind: 'date', name: 'appointmentOn', label: 'Date of the appointment', hint: 'For example, 31 3 2026' },
];

export const appointmentForms = {
  'appointment-offered': {
    action: 'Record an offer of dates',
    day: doneToday('Date of the offer'),
    intro: ({ context }) =>
      html`<p>A reasonable offer gives at least ${context.policy.reasonableOffer.noticeDays} days’ notice and a choice of ${context.policy.reasonableOffer.choices} dates. A shorter offer may be made; if the family declines it, that does not count.</p>`,
    questions: () => [
      { kind: 'date', name: 'dates', label: 'First date offered', hint: 'For example, 31 3 2026' },
      { kind: 'date', name: 'secondDate', label: 'Second date offered', optional: true },
    ],
    facts: ({ dates, secondDate }) => ({ dates: [dates, secondDate].filter((date) => date !== null) }),
    warning: ({ dates }, { context }) => {
      const { noticeDays, choices } = context.policy.reasonableOffer;
      const short = dates.length < choices || dates.some((date) => date < addDays(context.today, noticeDays));
      return (
        short &&
        insetText(
          `This is not a reasonable offer: it gives less than ${noticeDays} days’ notice or fewer than ${choices} dates. It may be made, and a decline will not count against the family.`,
        )
      );
    },
  } satisfies EventForm<'appointment-offered'>,

  'offer-declined': {
    action: 'Record that the family declined an offer',
    day: dayToType('Date the family declined'),
    intro: () => html`<p>The wait goes on. Nobody loses their place for declining an offer.</p>`,
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'offerId',
        label: 'Which offer?',
        missing: 'Select the offer that was declined',
        options: state.openOffers.map((offer) => ({
          value: offer.eventId,
          text: offer.dates.map(formatDate).join(' or '),
          hint: `Offered on ${formatDate(offer.on)}`,
        })),
      },
      reason,
    ],
  } satisfies EventForm<'offer-declined'>,

  'appointment-booked': {
    action: 'Book an appointment',
    day: doneToday('Date of the booking'),
    intro: ({ person }) =>
      person.details.reasonableAdjustments.length > 0 &&
      insetText(html`<p>Apply before booking: <bdi>${person.details.reasonableAdjustments.join('; ')}</bdi></p>`),
    questions: () => [
      ...appointmentQuestions,
      {
        kind: 'text',
        name: 'time',
        label: 'Time',
        hint: '24-hour clock, for example 14:45',
        optional: true,
        width: 5,
      },
    ],
    facts: ({ appointmentOn, time }) => ({
      appointmentOn,
      ...(typeof time === 'string' ? { time: /^\d:/.test(time) ? `0${time}` : time } : {}),
    }),
  } satisfies EventForm<'appointment-booked'>,

  'booked-directly': {
    action: 'Record a direct booking',
    day: dayToType('Date it was booked'),
    intro: () =>
      html`<p>Only for a first appointment that was booked directly in e-RS. The wait starts on the day of the booking.</p>`,
    questions: () => appointmentQuestions,
  } satisfies EventForm<'booked-directly'>,

  'appointment-cancelled': {
    action: 'Record a cancellation',
    day: dayToType('Date of the cancellation'),
    intro: ({ state }) =>
      html`${state.appointment !== undefined && insetText(`The appointment is on ${formatDate(state.appointment.on)}.`)}<p>The wait goes on, whoever cancels.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'by',
        label: 'Who cancelled?',
        missing: 'Select who cancelled',
        options: [
          { value: 'family', text: 'The family' },
          { value: 'provider', text: 'The service' },
        ],
      },
      reason,
    ],
  } satisfies EventForm<'appointment-cancelled'>,

  'appointment-missed': {
    action: 'Record a missed appointment',
    day: dayToType('Date of the appointment that was missed'),
    intro: ({ person, state, context }) =>
      html`<p>A child does not miss an appointment: they are not brought. The wait goes on, and nobody is discharged for it.</p>${
        ageOn(person.details.birthDate, context.today) < 18 &&
        html`<p>It will be recorded as “${missedCodingFor(ageOn(person.details.birthDate, context.today), person.details.flags) === 'was-not-brought' ? 'was not brought' : 'did not attend'}”, by the person’s age${person.details.flags.includes('attends-alone') && ' and because they attend on their own'}.</p>`
      }${
        state.missed.inARow > 0 &&
        warningCallout({
          heading: `Missed ${state.missed.inARow} in a row already`,
          content: html`<p>Look at why, and at the pattern, including repeated cancellations.</p>`,
        })
      }`,
    questions: missedQuestions,
    facts: missedFacts,
    start: ({ state: { appointment, asAt } }): Typed => {
      // The one day that is known: the appointment in the diary, once it has come.
      if (appointment === undefined || appointment.on > asAt) return {};
      const { day, month, year } = partsOf(appointment.on);
      return { 'on-day': [String(day)], 'on-month': [String(month)], 'on-year': [String(year)] };
    },
    warning: ({ coding, safeguardingConsidered, first, communicationProven }, { context, queue }) => {
      const { contactWorkingDays } = context.policy.missedAppointment;
      return html`${insetText(`This will be recorded as “${coding === 'was-not-brought' ? 'was not brought' : 'did not attend'}”.`)}${
        queue.clockFamily === 'RTT' &&
        first &&
        communicationProven &&
        insetText(
          'In this consultant-led queue the clock is nullified, and starts again on the day the family agrees a new date.',
        )
      }${
        !safeguardingConsidered &&
        warningCallout({
          heading: 'Safeguarding has not been considered',
          content: html`<p>A child who is not brought may be at risk. You can save this, but ask yourself or your safeguarding lead today: is anybody worried about this child?</p>`,
        })
      }${isProtected(context, context.today) && html`<p>Contact the family within ${contactWorkingDays} working days and rebook.</p>`}`;
    },
  } satisfies EventForm<'appointment-missed'>,

  'new-date-agreed': {
    action: 'Record that the family agreed a new date',
    day: dayToType('Date the family agreed'),
    intro: ({ queue }) =>
      queue.clockFamily === 'RTT' &&
      html`<p>After a first appointment that was missed, the clock starts again on this day.</p>`,
    questions: noQuestions,
  } satisfies EventForm<'new-date-agreed'>,
};

function missedQuestions({ person, context }: OpenRecord): readonly Question[] {
  const adult = ageOn(person.details.birthDate, context.today) >= 18;
  return [
    {
      kind: 'one-of',
      name: 'first',
      label: 'Was it the first appointment?',
      missing: 'Select yes if it was the first appointment',
      options: yesOrNo,
    },
    {
      kind: 'one-of',
      name: 'communicationProven',
      label: 'Can we prove that the family was told of the appointment?',
      hint: 'A letter that was sent, a text that was delivered, or a note of the telephone call',
      missing: 'Select yes if we can prove that the family was told',
      options: yesOrNo,
    },
    ...(adult
      ? [
          {
            kind: 'one-of',
            name: 'dependent',
            label: 'Does the person depend on others to be brought?',
            missing: 'Select yes if the person depends on others to be brought',
            options: yesOrNo,
          } satisfies Question,
        ]
      : []),
    {
      kind: 'one-of',
      name: 'safeguardingConsidered',
      label: 'Have you considered safeguarding?',
      hint: 'Is there a worry about this child at home, a history of missed appointments, or an early-help or social worker to tell?',
      missing: 'Select yes if you have considered safeguarding',
      options: yesOrNo,
    },
    {
      kind: 'long-text',
      name: 'reason',
      label: 'Why was it missed, as far as you know?',
      optional: true,
      rows: 2,
    },
  ];
}

function missedFacts(answers: EventAnswers, record: OpenRecord): Record<string, unknown> {
  const { first, communicationProven, safeguardingConsidered, dependent, reason: why, on } = answers;
  return {
    coding: missedCodingOn(record, on, isYes(dependent)),
    first: isYes(first),
    communicationProven: isYes(communicationProven),
    safeguardingConsidered: isYes(safeguardingConsidered),
    ...(dependent === undefined || dependent === null ? {} : { dependent: isYes(dependent) }),
    ...(why === null ? {} : { reason: why }),
  };
}
