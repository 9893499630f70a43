import type { Counted } from './cut/counted.ts';
import type { Completeness } from './stamp.ts';

/** How much is known of those counted. Null where nobody is. */
export function completenessOf(people: readonly Counted[]): Completeness {
  const share = (known: (counted: Counted) => boolean) =>
    people.length === 0 ? null : Math.floor((100 * people.filter(known).length) / people.length);
  return {
    ethnicity: share(({ ethnicCategory }) => ethnicCategory !== null && ethnicCategory !== '99'),
    deprivation: share(({ decile }) => decile !== null),
    whole: true,
  };
}
