/** Moves between teams, providers and areas, and the end of a referral. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { odsCodeSchema } from '../../../../../shared/domain/identifiers/ods-code.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import { dayToType, doneToday, type EventAnswers, type EventForm, namedPerson } from './event-form.ts';

const organisation: Question = {
  kind: 'text',
  name: 'organisation',
  label: 'Organisation code',
  hint: 'ODS code, for example RBS',
  optional: true,
  width: 10,
};

/** An ODS code is written in capitals; people type it as it comes. */
function withOrganisation({ organisation: code, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (typeof code !== 'string') return rest;
  const read = odsCodeSchema.safeParse(code.toUpperCase());
  return { ...rest, organisation: read.success ? read.data : code };
}

export const moveAndEndForms = {
  transferred: {
    action: 'Record a transfer for the same condition',
    day: dayToType('Date of the transfer'),
    intro: () => html`<p>To another team or provider, for the same condition. The wait goes on with its start.</p>`,
    questions: () => [
      { ...namedPerson('to', 'Transferred to', 'The team or provider'), missing: 'Enter the team or provider' },
      organisation,
    ],
    facts: ({ to, organisation: code }: EventAnswers) => withOrganisation({ to, organisation: code }),
  } satisfies EventForm<'transferred'>,

  'right-to-choose-accepted': {
    action: 'Record that a chosen provider accepted',
    day: dayToType('Date the provider accepted'),
    intro: () =>
      html`<p>Right to Choose: the place on this list ends when the chosen provider accepts, not before. It is a removal, not “seen”.</p>`,
    questions: () => [namedPerson('provider', 'Provider', 'The provider that the family chose'), organisation],
    facts: ({ provider, organisation: code }: EventAnswers) => withOrganisation({ provider, organisation: code }),
  } satisfies EventForm<'right-to-choose-accepted'>,

  'moved-into-area': {
    action: 'Record a wait in another area',
    day: dayToType('Date they moved here'),
    intro: ({ context }) =>
      html`<p>Days waited elsewhere count for the order of the list for ${context.policy.carriedWaitGroups.map((group) => group.replace('-', ' ')).join(' and ')} children. They never count in the wait that is reported.</p>`,
    questions: () => [
      {
        kind: 'text',
        name: 'waitedDaysElsewhere',
        label: 'Days waited elsewhere',
        hint: 'As the other area reports them',
        width: 5,
        inputMode: 'numeric',
      },
    ],
    facts: ({ waitedDaysElsewhere }) => ({
      waitedDaysElsewhere: /^\d+$/.test(String(waitedDaysElsewhere))
        ? Number(waitedDaysElsewhere)
        : waitedDaysElsewhere,
    }),
  } satisfies EventForm<'moved-into-area'>,

  transition: {
    action: 'Record the move to the adult pathway',
    day: doneToday('Date of this step'),
    intro: ({ state, queue }) =>
      html`${state.transition !== undefined && insetText(`18 on ${formatDate(state.transition.adultFrom)}. The wait keeps its start; it is not a new referral.`)}${queue.adultPathway !== null && html`<p>${queue.adultPathway.name}: ${queue.adultPathway.team}</p>`}`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'step',
        label: 'How far has it come?',
        missing: 'Select how far it has come',
        options: [
          { value: 'planned', text: 'Planned' },
          { value: 'accepted-by-adult-team', text: 'The adult team accepted' },
          {
            value: 'refused-by-adult-team',
            text: 'The adult team refused',
            hint: 'The wait goes on, and it is escalated',
          },
        ],
      },
      namedPerson('team', 'Receiving team', 'The team that takes over at 18'),
      { kind: 'long-text', name: 'reason', label: 'Reason', hint: 'Of a refusal', optional: true, rows: 2 },
    ],
    start: ({ queue }): Record<string, string[]> =>
      queue.adultPathway === null ? {} : { team: [queue.adultPathway.team] },
  } satisfies EventForm<'transition'>,

  discharged: {
    action: 'Discharge',
    day: dayToType('Date of the discharge'),
    intro: () =>
      html`<p>A named clinician decides every discharge. Write to the referrer, the GP, and the social worker if there is one.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'reason',
        label: 'Why?',
        missing: 'Select why',
        options: [
          { value: 'completed', text: 'Pathway completed' },
          { value: 'treated', text: 'Treated' },
          { value: 'no-longer-needed', text: 'No longer needed', hint: 'The family said so' },
          { value: 'moved-away', text: 'Moved away' },
          { value: 'not-brought', text: 'Missed appointments', hint: 'Only after the review' },
          { value: 'died', text: 'Died' },
          { value: 'unseen-other', text: 'Not seen, another reason' },
        ],
      },
      namedPerson('clinician', 'Clinician who decided', 'Name and role'),
    ],
    warning: ({ reason }, { context }) =>
      reason === 'died'
        ? warningCallout({
            heading: 'This stops everything that would be sent',
            content: html`<p>Check that the death is confirmed, and record its date in the person’s details.</p>`,
          })
        : reason === 'not-brought' &&
          insetText(
            `If the family is in touch within ${context.policy.reinstatementDays} days, the referral can be reinstated with its wait.`,
          ),
    saveLabel: 'Discharge',
  } satisfies EventForm<'discharged'>,

  reinstated: {
    action: 'Reinstate',
    day: dayToType('Date the family was in touch'),
    intro: ({ state }) =>
      html`<p>The wait goes on with its original start.</p>${state.reinstatableUntil !== undefined && insetText(`Possible for contact up to ${formatDate(state.reinstatableUntil)}.`)}`,
    questions: () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: 'What did the family say?',
        missing: 'Enter what the family said',
        rows: 2,
      },
    ],
    saveLabel: 'Reinstate the referral',
  } satisfies EventForm<'reinstated'>,
};
