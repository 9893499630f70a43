/** What can be done to several referrals at once: what is asked, the event it makes, and how it is said. */
import * as z from 'zod';
import type { NewEvent } from '../../../../shared/application/referral/record-referral-event.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type LocalDate, localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { plainPersonName } from '../../../../shared/http/html/names.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';

export interface BulkKind {
  readonly code: string;
  /** The page's title and heading. */
  readonly title: string;
  /** What to know before answering. */
  readonly intro: string;
  /** Makes the event of the answers; dated `today` unless a day is asked for. */
  readonly form: (today: LocalDate) => Form<NewEvent>;
  readonly start: (today: LocalDate, me: string) => Typed;
  /** What will happen to so many, said before and after. */
  readonly will: (event: NewEvent, people: number) => string;
  readonly did: (event: NewEvent, people: number) => string;
}

const assign: BulkKind = {
  code: 'assign',
  title: 'Assign referrals',
  intro: 'Whoever you name sees these people under “Mine”. Nobody’s wait or place on the list changes.',
  form: (today) => ({
    questions: [
      {
        kind: 'text',
        name: 'to',
        label: 'Who takes them on?',
        hint: 'Their name as the service shows it, for example Priya Nair',
        missing: 'Enter who takes them on',
        width: 30,
      },
    ],
    schema: z
      .object({ to: z.string().max(120, 'The name must be 120 characters or fewer') })
      .transform(({ to }): NewEvent => ({ facts: { kind: 'assigned', to }, on: today })),
  }),
  start: (_today, me) => ({ to: [me] }),
  will: (event, people) => `${counted(people, 'referral')} will be assigned to ${assigneeIn(event)}`,
  did: (event, people) => `${counted(people, 'referral')} assigned to ${assigneeIn(event)}`,
};

const validate: BulkKind = {
  code: 'validate',
  title: 'Record that families still need the place',
  intro:
    'Use this only for families you have been in touch with and who told you that they still need the place. A family that did not answer keeps its place: do not record anything.',
  form: (today) => ({
    questions: [
      {
        kind: 'date',
        name: 'on',
        label: 'Day of contact',
        hint: 'When the families told you',
        missing: 'Enter the day of contact',
      },
    ],
    schema: z
      .object({ on: localDateSchema.refine((on) => on <= today, 'Day of contact must be today or in the past') })
      .transform(
        ({ on }): NewEvent => ({
          facts: { kind: 'family-contacted', purpose: 'validation', stillNeeded: true },
          on,
        }),
      ),
  }),
  start: (today) => {
    const [year = '', month = '', day = ''] = today.split('-');
    return { 'on-day': [String(Number(day))], 'on-month': [String(Number(month))], 'on-year': [year] };
  },
  will: ({ on }, people) =>
    `${counted(people, 'family contact')} on ${formatDate(on)} will be recorded: place still needed`,
  did: ({ on }, people) => `${counted(people, 'family contact')} on ${formatDate(on)} recorded: place still needed`,
};

export const bulkKinds: readonly BulkKind[] = [assign, validate];

function assigneeIn({ facts }: NewEvent): string {
  return facts.kind === 'assigned' ? plainPersonName(facts.to) : '';
}
