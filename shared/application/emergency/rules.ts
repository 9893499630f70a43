import { type BreakGlassRules, usualBreakGlassRules } from '../../domain/permission/break-glass.ts';
import type { Policy } from '../../domain/policy/policy.ts';

/** What a place decides about emergency access, or what is usual. */
export function breakGlassRules(policy: Policy): BreakGlassRules {
  return policy.emergencyAccess ?? usualBreakGlassRules;
}
