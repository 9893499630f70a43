/** The plan of a budget, and the decisions about it, as its page shows them. */
import { ownConsentFrom } from '../../../../shared/domain/budget/consent.ts';
import { directPaymentRefusal } from '../../../../shared/domain/budget/direct-payment.ts';
import { openNotices, owed, pocketsOf } from '../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { planOf } from '../../../../shared/domain/budget/state.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type SummaryRow, summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { BudgetNow } from './forms/budget-form.ts';
import { consenterWords, payerWords, rhythmWords, rightWords, typeWords } from './words.ts';

/** What must be known before anything is done with the budget. */
export function budgetWarnings({ state, context, today }: BudgetNow): Html | undefined {
  const isPaying = state.stage === 'agreed' || state.stage === 'live';
  const refusal = isPaying ? directPaymentRefusal(state, today, context) : undefined;
  const overdrawn = pocketsOf(state).filter(({ balancePence }) => balancePence < 0);
  if (refusal === undefined && overdrawn.length === 0) return undefined;
  return html`${
    refusal !== undefined &&
    warningCallout({ heading: 'No direct payment can be made', content: html`<p>${refusal.message}.</p>` })
  }${
    overdrawn.length > 0 &&
    warningCallout({
      heading: 'The account is overdrawn',
      content: html`<p>More is recorded as spent than stands as paid in. Look at the reversals in the statement.</p>`,
    })
  }`;
}

export function planView(now: BudgetNow): Html {
  const { state, context } = now;
  const plan = planOf(state);
  const rows: readonly SummaryRow[] = [
    { key: 'Right', value: state.request && rightWords[state.request.right] },
    ...(state.indicativePence === undefined
      ? []
      : [{ key: 'Indicative budget', value: `${formatPence(state.indicativePence)} a year` }]),
    ...(plan === undefined
      ? []
      : [
          {
            key: 'Agreed budget',
            value: `${formatPence(plan.annualPence)}${plan.oneOff ? ', given once' : ' a year'}`,
          },
          {
            key: 'Held as',
            value: plan.parts
              .map(({ type, annualPence }) => `${typeWords[type]}: ${formatPence(annualPence)}`)
              .join('; '),
          },
          {
            key: 'Plan from',
            value: `${formatDate(plan.startsOn)}${plan.endsOn === null ? '' : ` to ${formatDate(plan.endsOn)}`}`,
          },
          {
            key: 'Paid',
            value: `${rhythmWords[plan.payments.rhythm]}, the first on ${formatDate(plan.payments.firstOn)}`,
          },
          {
            key: 'Health goals',
            value: html`<ul class="nhsuk-list nhsuk-list--bullet">${plan.goals.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>`,
          },
        ]),
    { key: 'Own consent', value: `From ${formatDate(ownConsentFrom(context.birthDate))}, the 16th birthday` },
    ...consentRows(now),
  ];
  return html`<h2 class="nhsuk-heading-m">Plan</h2>${summaryList({ rows })}${noticesView(now)}`;
}

function consentRows({ state }: BudgetNow): readonly SummaryRow[] {
  const last = state.consents.at(-1);
  if (last === undefined) return [];
  const withdrawn = last.withdrawnOn === undefined ? '' : `, withdrawn on ${formatDate(last.withdrawnOn)}`;
  const capacity = last.lacksCapacity ? ' (the young person was assessed to lack capacity)' : '';
  return [
    { key: 'Consent', value: `${consenterWords[last.by]}${capacity}, on ${formatDate(last.on)}${withdrawn}` },
    { key: 'Agreement', value: state.signedOn && `Signed on ${formatDate(state.signedOn)}` },
  ];
}

function noticesView({ state }: BudgetNow): Html | undefined {
  const open = openNotices(state);
  if (open.length === 0) return undefined;
  return html`<h3 class="nhsuk-heading-s">Asked back</h3><ul class="nhsuk-list nhsuk-list--bullet">${open.map(
    (notice) => {
      const { surplusPence, outsidePlanPence } = owed(notice);
      return html`<li>${formatPence(surplusPence + outsidePlanPence)} of the notice of ${formatDate(notice.on)}, by ${formatDate(notice.facts.payBy)}. ${payerWords[notice.facts.payer]} pays.</li>`;
    },
  )}</ul>`;
}
