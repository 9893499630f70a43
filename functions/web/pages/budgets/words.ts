/** The words of personal health budgets: one name for each code, from the form to the statement. */
import type { BudgetType } from '../../../../shared/domain/budget/budget-type.ts';
import type { Consenter } from '../../../../shared/domain/budget/consent.ts';
import type {
  askers,
  BudgetEventKind,
  BudgetFacts,
  budgetRights,
  endReasons,
  payees,
  payers,
  recoveryReasons,
  returnedFor,
  reviewOutcomes,
  suspensionReasons,
} from '../../../../shared/domain/budget/facts.ts';
import type { PaymentRhythm } from '../../../../shared/domain/budget/instalments.ts';
import type { LedgerEntry } from '../../../../shared/domain/budget/ledger.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import type { Option } from '../../../../shared/http/page/question.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export const typeWords: Words<BudgetType> = {
  'direct-payment': 'Direct payment',
  'third-party': 'Third party',
  notional: 'Notional',
};
export const rightWords: Words<(typeof budgetRights)[number]> = {
  'continuing-care': 'Children and young people’s continuing care',
  'nhs-continuing-healthcare': 'NHS continuing healthcare',
  'section-117': 'Section 117 after-care',
  wheelchair: 'NHS wheelchair service',
  'ehc-plan': 'Asked for with an EHC plan',
  'local-offer': 'The place’s own offer',
};
export const askerWords: Words<(typeof askers)[number]> = {
  'young-person': 'The young person',
  parent: 'A parent or carer',
  representative: 'A representative',
  professional: 'A professional',
};
export const consenterWords: Words<Consenter> = {
  'young-person': 'The young person',
  representative: 'A representative',
};
export const endWords: Words<(typeof endReasons)[number]> = {
  'no-longer-eligible': 'No longer eligible',
  'consent-withdrawn': 'Consent withdrawn or not given',
  'not-a-patient': 'No longer a patient',
  'unsuitable-representative': 'Representative or nominee unsuitable',
  'nomination-withdrawn': 'Nomination withdrawn',
  'used-outside-plan': 'Money used outside the plan',
  fraud: 'Suspected fraud',
  'needs-not-met': 'Needs not met in this way',
  'person-chose': 'The person chose to end it',
  completed: 'Completed',
  'moved-away': 'Moved away',
  died: 'Died',
  other: 'Another reason',
};
export const suspensionWords: Words<(typeof suspensionReasons)[number]> = {
  'in-hospital': 'In hospital',
  'review-overdue': 'Review overdue',
  'records-missing': 'Records of spending missing',
  'used-outside-plan': 'Money used outside the plan',
  'suspected-fraud': 'Suspected fraud',
  'consent-missing': 'Consent missing',
  'person-asked': 'The person asked for it',
  other: 'Another reason',
};
export const recoveryWords: Words<(typeof recoveryReasons)[number]> = {
  'circumstances-changed': 'The plan or circumstances changed substantially',
  'accumulated-unspent': 'A substantial part is unspent and has accumulated',
  'used-outside-plan': 'Money was used outside the plan',
  'theft-or-fraud': 'Theft or fraud',
  death: 'Death',
};
export const payerWords: Words<(typeof payers)[number]> = {
  'young-person': 'The young person',
  representative: 'The representative',
  nominee: 'The nominee',
  'third-party': 'The third party',
  estate: 'The estate',
};
export const payeeWords: Words<(typeof payees)[number]> = {
  provider: 'A provider or agency',
  'personal-assistant': 'A personal assistant',
  'household-carer': 'A carer of the same household',
  equipment: 'Equipment',
  other: 'Something else',
};
export const outcomeWords: Words<(typeof reviewOutcomes)[number]> = {
  continue: 'Goes on as it is',
  'change-plan': 'The plan is to change',
  'recover-surplus': 'A surplus is to be asked back',
  end: 'The budget is to end',
};
export const returnedWords: Words<(typeof returnedFor)[number]> = {
  surplus: 'Unspent money',
  'outside-plan': 'What was spent outside the plan',
};
export const rhythmWords: Words<PaymentRhythm> = {
  once: 'Once',
  weekly: 'Every week',
  'four-weekly': 'Every four weeks',
  monthly: 'Every month',
  quarterly: 'Every three months',
};
export const kindTitles: Words<BudgetEventKind> = {
  requested: 'Budget requested',
  'found-eligible': 'Found eligible',
  'found-not-eligible': 'Found not eligible',
  'indicative-set': 'Indicative budget set',
  'planning-started': 'Support planning started',
  agreed: 'Support plan agreed',
  'agreement-signed': 'Direct payment agreement signed',
  'consent-given': 'Consent given',
  'consent-withdrawn': 'Consent withdrawn',
  'household-carer-approved': 'Payment of a household carer approved',
  'went-live': 'Budget went live',
  'plan-changed': 'Support plan changed',
  suspended: 'Budget suspended',
  resumed: 'Budget resumed',
  ended: 'Budget ended',
  'review-held': 'Review held',
  'payment-made': 'Payment made',
  spent: 'Spending recorded',
  'committed-set': 'Promised money recorded',
  'money-returned': 'Money given back',
  'entry-reversed': 'Ledger entry reversed',
  'recovery-noticed': 'Notice to give money back',
  'reconsideration-asked': 'Reconsideration asked for',
  'reconsideration-decided': 'Reconsideration decided',
  noted: 'Note',
};

/** The choices of a question, from its words. */
export function optionsOf<K extends string>(words: Words<K>, among?: readonly K[]): readonly Option[] {
  return (among ?? Object.keys(words)).map((value) => ({ value, text: words[value as K] }));
}

/** What happened, as the heading of an entry of the history. */
export function budgetEventWords(facts: BudgetFacts): string {
  const title = kindTitles[facts.kind];
  switch (facts.kind) {
    case 'payment-made':
    case 'spent':
    case 'committed-set':
    case 'money-returned':
      return `${title}: ${formatPence(facts.amountPence)}`;
    case 'indicative-set':
      return `${title}: ${formatPence(facts.annualPence)} a year`;
    case 'agreed':
    case 'plan-changed':
      return `${title}: ${formatPence(facts.plan.annualPence)}${facts.plan.oneOff ? ' once' : ' a year'}`;
    case 'recovery-noticed':
      return `${title}: ${formatPence(facts.surplusPence + facts.outsidePlanPence)}`;
    case 'reconsideration-decided':
      return `Reconsideration: the decision was ${facts.outcome}`;
    default:
      return title;
  }
}

/** What an entry of the ledger is called on a statement. */
export function entryWords({ what, of, outsidePlan }: LedgerEntry): string {
  switch (what) {
    case 'payment':
      return 'Payment';
    case 'spent':
      return outsidePlan ? 'Spent outside the plan' : 'Spent';
    case 'returned':
      return of === 'outside-plan' ? 'Given back for spending outside the plan' : 'Given back';
    case 'reversal':
      return 'Reversal';
  }
}
