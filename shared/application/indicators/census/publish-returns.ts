/** Publishes what national collections ask of a place as a whole, for the months that it was not published of. */
import type { Month } from '../../../domain/indicator/month/month-tally.ts';
import { type ReturnCode, WHOLE_PLACE } from '../../../domain/indicator/returns/return-figures.ts';
import type { Stamp } from '../../../domain/indicator/stamp.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { CensusDeps } from './census-deps.ts';

export async function publishReturns(
  deps: CensusDeps,
  {
    policy,
    months,
    stamp,
    again,
  }: {
    readonly policy: Policy;
    readonly months: readonly Month[];
    readonly stamp: Omit<Stamp, 'asAt'>;
    readonly again: boolean;
  },
): Promise<void> {
  const { id: place, name } = policy.place;
  for (const source of deps.returns) {
    const wanted = again ? months : await missing(deps, place, source.code, months);
    if (wanted.length === 0) continue;
    const lines = await source.lines(policy, wanted);
    for (const [at, month] of wanted.entries()) {
      await deps.keeping.returns({
        ...{ place, code: source.code, of: WHOLE_PLACE, name, month: month.code },
        stamp: { ...stamp, asAt: month.to },
        lines: [...(lines[at] ?? [])],
      });
    }
  }
}

async function missing(
  { figures }: Pick<CensusDeps, 'figures'>,
  place: string,
  code: ReturnCode,
  months: readonly Month[],
): Promise<readonly Month[]> {
  const wanted: Month[] = [];
  for (const month of months)
    if ((await figures.returns(place, code, WHOLE_PLACE, month.code)) === undefined) wanted.push(month);
  return wanted;
}
