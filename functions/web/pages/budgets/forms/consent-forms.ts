/** Who consents to a direct payment, who signed for it, and who may be paid out of it. */
import { ownConsentFrom } from '../../../../../shared/domain/budget/consent.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import { consenterWords, optionsOf } from '../words.ts';
import { type BudgetForm, type BudgetNow, yesOrNo } from './budget-form.ts';

const by = (name: string, label: string): Question => ({
  kind: 'one-of',
  name,
  label,
  missing: 'Select who',
  options: optionsOf(consenterWords),
});

function byAge({ context, today }: BudgetNow) {
  const from = ownConsentFrom(context.birthDate);
  return insetText(
    today < from
      ? `Until ${formatDate(from)}, the 16th birthday, a representative with parental responsibility consents. From that day the young person does.`
      : `Since ${formatDate(from)}, the 16th birthday, the young person consents. Capacity is presumed: a representative consents only where it was assessed that they lack it.`,
  );
}

export const consentForms = {
  'consent-given': {
    action: 'Record consent',
    day: { label: 'Date of the consent', filledIn: 'nothing' },
    intro: byAge,
    questions: () => [
      by('by', 'Who consents to the direct payment?'),
      {
        kind: 'one-of',
        name: 'lacksCapacity',
        label: 'Was it assessed that the young person lacks capacity for this decision?',
        hint: 'Only from the 16th birthday. Before it, answer no',
        missing: 'Select yes or no',
        options: yesOrNo,
      },
    ],
    facts: (answers) => ({ by: answers['by'], lacksCapacity: answers['lacksCapacity'] === 'yes' }),
  },
  'consent-withdrawn': {
    action: 'Record that consent was withdrawn',
    day: { label: 'Date it was withdrawn', filledIn: 'nothing' },
    questions: () => [by('by', 'Who withdrew it?')],
    warning: () =>
      warningCallout({
        heading: 'Direct payments must stop',
        content: html`<p>Unless somebody else who may consents, end the budget or agree another way of holding it.</p>`,
      }),
  },
  'agreement-signed': {
    action: 'Record the signed agreement',
    day: { label: 'Date it was signed', filledIn: 'nothing' },
    questions: () => [
      by('signedBy', 'Who signed?'),
      {
        kind: 'some-of',
        name: 'accountChecked',
        label: 'The account',
        missing: 'Confirm that the account was checked',
        options: [
          {
            value: 'checked',
            text: 'It is used only for direct payments, can be audited, and has named signatories',
          },
        ],
      },
    ],
    facts: (answers) => ({
      signedBy: answers['signedBy'],
      accountChecked: answers['accountChecked']?.includes('checked') ?? false,
    }),
  },
  'household-carer-approved': {
    action: 'Approve payment of a household carer',
    day: { label: 'Date of the approval', filledIn: 'nothing' },
    intro: () =>
      html`<p>A family member who lives in the same household is paid only in an exceptional case that is agreed in the plan.</p>`,
    questions: () => [
      {
        kind: 'text',
        name: 'relation',
        label: 'What are they to the child or young person?',
        hint: 'For example, aunt. No name',
        missing: 'Enter what they are to the child or young person',
        width: 20,
      },
      {
        kind: 'long-text',
        name: 'exceptionalReason',
        label: 'Why is the case exceptional?',
        missing: 'Enter why the case is exceptional',
        rows: 3,
      },
      { kind: 'text', name: 'approvedBy', label: 'Approved by', hint: 'Name and role', width: 30 },
    ],
    saveLabel: 'Approve',
  },
} as const satisfies Record<string, BudgetForm>;
