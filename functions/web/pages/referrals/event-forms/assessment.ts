/** The assessment of a diagnostic pathway: its start, its outcome, and telling the family. */
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import { dayToType, type EventForm, namedPerson, noQuestions } from './event-form.ts';

export const assessmentForms = {
  'assessment-started': {
    action: 'Record the start of the assessment',
    day: dayToType('Date the assessment started'),
    intro: () =>
      html`<p>The first contact that is part of the diagnostic assessment. A call beforehand, a questionnaire, a workshop or a nurse’s history is not, unless a clinician says so.</p>`,
    questions: () => [namedPerson('byRole', 'Role of the clinician', 'For example, clinical psychologist')],
  } satisfies EventForm<'assessment-started'>,

  'outcome-decided': {
    action: 'Record the outcome',
    day: dayToType('Date the outcome was decided'),
    questions: () => [
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'What is the outcome?',
        missing: 'Select the outcome',
        options: [
          { value: 'confirmed', text: 'Confirmed' },
          { value: 'not-confirmed', text: 'Not confirmed' },
          { value: 'deferred', text: 'Deferred', hint: 'To be looked at again later' },
        ],
      },
    ],
    warning: () =>
      warningCallout({
        heading: 'The family does not know yet',
        content: html`<p>They see nothing of the outcome until you record that they were told in person.</p>`,
      }),
  } satisfies EventForm<'outcome-decided'>,

  'family-informed': {
    action: 'Record that the family was told the outcome',
    day: dayToType('Date the family was told'),
    intro: () => html`<p>In person, by video or by telephone: not by letter alone.</p>`,
    questions: noQuestions,
  } satisfies EventForm<'family-informed'>,
};
