/** What was said with an event of a budget, line by line, for the history. Each kind says which of its facts are worth a line. */
import type { BudgetEventKind, BudgetFacts } from '../../../../shared/domain/budget/facts.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import {
  askerWords,
  consenterWords,
  endWords,
  outcomeWords,
  payeeWords,
  payerWords,
  recoveryWords,
  returnedWords,
  rhythmWords,
  rightWords,
  suspensionWords,
  typeWords,
} from './words.ts';

type Line = readonly [term: string, text: string | undefined];
type Details = { readonly [K in BudgetEventKind]: (facts: BudgetFacts<K>) => readonly Line[] };

const nothing = (): readonly Line[] => [];
const decided = ({
  reason,
  reconsideration,
}: {
  readonly reason: string;
  readonly reconsideration?: string | undefined;
}): readonly Line[] => [
  ['Reason', reason],
  ['To have it reconsidered', reconsideration],
];
const planned = ({ plan }: Pick<BudgetFacts<'agreed'>, 'plan'>): readonly Line[] => [
  [
    'Held as',
    plan.parts
      .map(({ type, annualPence }) => `${typeWords[type].toLowerCase()} ${formatPence(annualPence)}`)
      .join(', '),
  ],
  [
    'Paid',
    plan.parts.some(({ type }) => type !== 'notional')
      ? `${rhythmWords[plan.payments.rhythm].toLowerCase()} from ${formatDate(plan.payments.firstOn)}`
      : undefined,
  ],
  ['For', plan.categories.map(({ name, annualPence }) => `${name} ${formatPence(annualPence)}`).join(', ')],
  ['Starts', formatDate(plan.startsOn)],
  ['Ends', plan.endsOn === null ? undefined : formatDate(plan.endsOn)],
];

const details: Details = {
  requested: ({ right, askedBy, note }) => [
    ['Right', rightWords[right]],
    ['Asked by', askerWords[askedBy]],
    ['Note', note],
  ],
  'found-eligible': decided,
  'found-not-eligible': decided,
  'indicative-set': () => [['Offered', 'all three ways of holding it']],
  'planning-started': nothing,
  agreed: (facts) => [['Agreed with', askerWords[facts.agreedWith]], ...planned(facts)],
  'agreement-signed': ({ signedBy }) => [
    ['Signed by', consenterWords[signedBy]],
    ['Account', 'separate, auditable, with named signatories'],
  ],
  'consent-given': ({ by, lacksCapacity }) => [
    ['By', consenterWords[by]],
    ['Capacity', lacksCapacity ? 'assessed: the young person lacks capacity for this decision' : undefined],
  ],
  'consent-withdrawn': ({ by }) => [['By', consenterWords[by]]],
  'household-carer-approved': ({ relation, exceptionalReason, approvedBy }) => [
    ['Carer', relation],
    ['Why it is exceptional', exceptionalReason],
    ['Approved by', approvedBy],
  ],
  'went-live': nothing,
  'plan-changed': (facts) => [...decided(facts), ...planned(facts)],
  suspended: ({ why, ...rest }) => [['Why', suspensionWords[why]], ...decided(rest)],
  resumed: decided,
  ended: ({ why, ...rest }) => [['Why', endWords[why]], ...decided(rest)],
  'review-held': ({ outcome, goalsMet, note }) => [
    ['Outcome', outcomeWords[outcome]],
    ['Health goals met', String(goalsMet)],
    ['Found', note],
  ],
  'payment-made': ({ type, reference }) => [
    ['Into', typeWords[type]],
    ['Reference', reference],
  ],
  spent: ({ type, category, payee, reference }) => [
    ['From', typeWords[type]],
    ['For', category === null ? 'outside the plan' : category.replaceAll('-', ' ')],
    ['Paid to', payeeWords[payee]],
    ['Reference', reference],
  ],
  'committed-set': ({ type, note }) => [
    ['Of', typeWords[type]],
    ['For', note],
  ],
  'money-returned': ({ type, of, reference }) => [
    ['From', typeWords[type]],
    ['Of', returnedWords[of]],
    ['Reference', reference],
  ],
  'entry-reversed': ({ reason }) => [['Reason', reason]],
  'recovery-noticed': (facts) => [
    ['Reasons', facts.reasons.map((reason) => recoveryWords[reason]).join('; ')],
    ['Explained', facts.explanation],
    ['Surplus', facts.surplusPence === 0 ? undefined : formatPence(facts.surplusPence)],
    ['Spent outside the plan', facts.outsidePlanPence === 0 ? undefined : formatPence(facts.outsidePlanPence)],
    ['To be paid by', `${payerWords[facts.payer]}, by ${formatDate(facts.payBy)}`],
    ['To have it reconsidered', facts.reconsideration],
  ],
  'reconsideration-asked': ({ askedBy, reason }) => [
    ['Asked by', askerWords[askedBy]],
    ['Reason', reason],
  ],
  'reconsideration-decided': ({ reason }) => [['Reason', reason]],
  noted: ({ note }) => [['', note]],
};

/** The lines of an event, term and text; a line without text says nothing. */
export function budgetDetailLines(facts: BudgetFacts): readonly Line[] {
  // Each kind's lines take that kind's facts; the union cannot say so.
  const linesOf = details[facts.kind] as (facts: BudgetFacts) => readonly Line[];
  return linesOf(facts);
}

/** The same as they are drawn; nothing where the words of the event say it all. */
export function budgetEventDetails(facts: BudgetFacts): Html | undefined {
  const lines = budgetDetailLines(facts).filter(([, text]) => text !== undefined && text !== '');
  if (lines.length === 0) return undefined;
  return html`<ul class="app-lines">${lines.map(([term, text]) => html`<li class="app-typed">${term !== '' && html`<span class="app-secondary">${term}:</span> `}<bdi>${text}</bdi></li>`)}</ul>`;
}
