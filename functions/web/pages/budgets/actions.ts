/** What may be recorded on a budget now: the usual next steps as buttons, everything else that fits in groups. */
import type { BudgetEventKind } from '../../../../shared/domain/budget/facts.ts';
import { stagesOf } from '../../../../shared/domain/budget/judge.ts';
import { openNotices, partPence, pocketsOf } from '../../../../shared/domain/budget/money.ts';
import { type BudgetStage, isReconsidered, planOf } from '../../../../shared/domain/budget/state.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type BudgetAddress, recordOnBudgetPath } from './addresses.ts';
import type { BudgetNow } from './forms/budget-form.ts';
import { budgetForms } from './forms/forms.ts';

/** What usually comes next at each stage, the most usual first. */
const usual: Readonly<Record<BudgetStage, readonly BudgetEventKind[]>> = {
  void: [],
  requested: ['found-eligible', 'found-not-eligible'],
  'not-eligible': ['reconsideration-asked'],
  eligible: ['indicative-set'],
  indicative: ['planning-started'],
  planning: ['agreed'],
  agreed: ['consent-given', 'agreement-signed', 'went-live'],
  live: ['payment-made', 'spent', 'review-held'],
  suspended: ['resumed', 'review-held', 'ended'],
  ended: ['recovery-noticed', 'money-returned', 'reconsideration-asked'],
};

const groups: readonly { readonly name: string; readonly kinds: readonly BudgetEventKind[] }[] = [
  {
    name: 'Plan and reviews',
    kinds: [
      'found-eligible',
      'found-not-eligible',
      'indicative-set',
      'planning-started',
      'agreed',
      'plan-changed',
      'review-held',
    ],
  },
  {
    name: 'Consent',
    kinds: ['consent-given', 'consent-withdrawn', 'agreement-signed', 'household-carer-approved'],
  },
  {
    name: 'Money',
    kinds: ['payment-made', 'spent', 'committed-set', 'entry-reversed', 'recovery-noticed', 'money-returned'],
  },
  { name: 'Start, stop and end', kinds: ['went-live', 'suspended', 'resumed', 'ended'] },
  { name: 'Decisions looked at again', kinds: ['reconsideration-asked', 'reconsideration-decided'] },
  { name: 'Keeping the record', kinds: ['noted'] },
];

export function actionsView(now: BudgetNow, address: BudgetAddress, mayRecord: boolean): Html {
  if (!mayRecord)
    return html`<p class="app-secondary">You can read this budget. Only its team can record anything on it.</p>`;
  const fits = (kind: BudgetEventKind) => isOffered(now, kind);
  const first = usual[now.state.stage].filter(fits);
  const rest = groups
    .map(({ name, kinds }) => ({ name, kinds: kinds.filter((kind) => fits(kind) && !first.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0);
  return html`<div class="app-no-print">${buttonGroup(
    ...first.map((kind, at) =>
      linkButton({
        text: budgetForms[kind].action,
        href: recordOnBudgetPath(address, kind),
        ...(at === 0 ? {} : { variant: 'secondary' as const }),
      }),
    ),
  )}${
    rest.length > 0 &&
    details({
      summary: 'Everything else you can record',
      content: html`<div class="app-columns">${rest.map(
        ({ name, kinds }) =>
          html`<div><h3 class="nhsuk-heading-xs">${name}</h3><ul class="nhsuk-list">${kinds.map(
            (kind) => html`<li><a href="${recordOnBudgetPath(address, kind)}">${budgetForms[kind].action}</a></li>`,
          )}</ul></div>`,
      )}</div>`,
    })
  }</div>`;
}

/** Whether a form makes sense now: its stage fits, and there is what it asks about. */
function isOffered({ state }: BudgetNow, kind: BudgetEventKind): boolean {
  if (!stagesOf[kind].includes(state.stage)) return false;
  const held = pocketsOf(state);
  const hasDirectPayment = partPence(planOf(state), 'direct-payment') > 0;
  switch (kind) {
    case 'agreement-signed':
      return hasDirectPayment && state.signedOn === undefined;
    case 'consent-withdrawn':
      return state.consents.some(({ withdrawnOn }) => withdrawnOn === undefined);
    case 'consent-given':
      return state.stage !== 'agreed' || hasDirectPayment;
    case 'payment-made':
    case 'committed-set':
      return held.some(({ type }) => type !== 'notional');
    case 'recovery-noticed':
      return held.some(
        ({ type, balancePence, outsidePlanPence }) => type !== 'notional' && balancePence + outsidePlanPence > 0,
      );
    case 'money-returned':
      return openNotices(state).length > 0 || held.some(({ balancePence }) => balancePence > 0);
    case 'entry-reversed':
      return state.entries.length > 0;
    case 'reconsideration-asked':
      return state.decisions.some(({ id }) => state.reconsiderations.every(({ decisionId }) => decisionId !== id));
    case 'reconsideration-decided':
      return isReconsidered(state);
    default:
      return true;
  }
}
