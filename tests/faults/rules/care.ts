/** When a child in care is to be assessed: twenty working days after entry, then every half year or year (domain.md, area 5). */
import { afterMonths, afterWorkingDays, birthday } from '../calendar.ts';
import { before, type Due, dueOf } from './due.ts';

export interface CareFacts {
  readonly of: 'care-assessment';
  readonly born: number;
  readonly entered: number;
  /** The last day on which the child was seen for an assessment. */
  readonly seen: number | undefined;
  /** The plan of the first assessment is with the social worker. */
  readonly isReturned: boolean;
  /** The child, who understands it, refuses. */
  readonly isRefused: boolean;
  readonly hasEnded: boolean;
}

export function careDues({ born, entered, seen, isReturned, isRefused, hasEnded }: CareFacts): readonly Due[] {
  if (hasEnded || isRefused) return [];
  if (!isReturned || seen === undefined) {
    // Booked by the tenth working day, seen by the fifteenth, returned by the twentieth.
    const [amber, approaching, due] = [10, 15, 20].map((days) => afterWorkingDays(entered, days)) as [
      number,
      number,
      number,
    ];
    return [dueOf('care-assessment', entered, { amber, approaching, due })];
  }
  const six = afterMonths(seen, 6);
  const due = six < birthday(born, 5) ? six : afterMonths(seen, 12);
  // Nothing falls due on or after the 18th birthday. Reviews are warned of as the other yearly checks are.
  return due >= birthday(born, 18) ? [] : [dueOf('care-review', seen, before(due, 56, 14))];
}
