/** A share as people read it. */

/**
 * `71%`, in whole per cent; undefined where there is nobody to count. Never 100% while somebody is left out, nor 0% while
 * somebody is in: rounding must not hide a person.
 */
export function wholePercent(part: number, all: number): string | undefined {
  if (all === 0) return undefined;
  const rounded = Math.round((100 * part) / all);
  if (part < all && rounded === 100) return '99%';
  if (part > 0 && rounded === 0) return '1%';
  return `${rounded}%`;
}
