/** Papers for the board as they are sent, for tests that need some. */
import type { RiskDetails } from '../../../shared/domain/board/risk.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

export function aRisk(changes: Partial<RiskDetails> = {}): RiskDetails {
  return {
    title: 'Therapy posts stay empty',
    description: 'Three posts of speech and language therapists are empty, so the list grows.',
    queue: 'SALT',
    indicators: ['number-waiting', 'percent-within-standard'],
    likelihood: 4,
    impact: 4,
    owner: 'Head of children’s therapies',
    dueOn: localDate('2026-12-18'),
    mitigations: 'Agency cover until January; a joint advert with the neighbouring trust.',
    ...changes,
  };
}
