/** What a direct payment needs: a signed agreement, and a consent that holds on the day (domain.md 4). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Issue } from '../error.ts';
import { consentGap } from './consent.ts';
import { partPence } from './money.ts';
import { type BudgetContext, badKind } from './refusal.ts';
import { type BudgetState, planOf } from './state.ts';

/** What a direct payment needs before it starts and each time it is paid: a signed agreement, and consent. */
export function directPaymentRefusal(
  state: BudgetState,
  on: LocalDate,
  { birthDate }: BudgetContext,
): Issue | undefined {
  if (partPence(planOf(state), 'direct-payment') === 0) return undefined;
  if (state.signedOn === undefined)
    return badKind('agreement-unsigned', 'The direct payment agreement has not been signed');
  switch (consentGap(state.consents, birthDate, on)) {
    case undefined:
      return undefined;
    case 'none':
      return badKind('consent-missing', 'Nobody has consented to the direct payment yet');
    case 'withdrawn':
      return badKind('consent-withdrawn', 'Consent was withdrawn: direct payments must stop');
    case 'own-consent-needed':
      return badKind(
        'own-consent-needed',
        'The young person is 16: they consent, or a representative does where they lack capacity',
      );
  }
}
