import { dutyIndicators } from './duties.ts';
import type { Indicator } from './indicator.ts';
import { waitingIndicators } from './waiting.ts';

/** Every indicator that the service publishes or is ready to publish. A change of one moves `RULES_VERSION`, which stands on every figure. */
export const catalogue: readonly Indicator[] = [...waitingIndicators, ...dutyIndicators];
