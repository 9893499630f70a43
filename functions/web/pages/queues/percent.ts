/** A share as people read it. */
import { percentage } from '../../../../shared/domain/number/proportion.ts';

/**
 * `71.0%`, to one decimal place as every percentage is (docs/domain.md 0); undefined where there is nobody to count. Never
 * 100% while somebody is left out, nor 0% while somebody is in: rounding must not hide a person.
 */
export function percent(part: number, all: number): string | undefined {
  const share = percentage(part, all);
  if (share === null) return undefined;
  if (part < all && share === 100) return '99.9%';
  if (part > 0 && share === 0) return '0.1%';
  return `${share.toFixed(1)}%`;
}
