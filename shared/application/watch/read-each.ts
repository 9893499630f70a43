/** Reads several referrals in one request and works each; what fails is counted, and holds up nothing else. */
import { isDomainError } from '../../domain/error.ts';
import type { KeptReferral, ReferralKey } from '../ports/referrals.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-referral.ts';

export async function readEach(
  deps: Pick<WatchDeps, 'referrals'>,
  { policy, tally, onFailure }: WatchRun,
  keys: readonly ReferralKey[],
  work: (kept: KeptReferral) => Promise<void>,
): Promise<void> {
  const place = policy.place.id;
  const failed = (caught: unknown) => {
    tally.add('failed');
    onFailure(caught);
  };
  const attempt = async (one: () => Promise<void>) => {
    try {
      await one();
    } catch (caught) {
      failed(caught);
    }
  };
  let together: readonly KeptReferral[] | undefined;
  try {
    together = await deps.referrals.many(place, keys);
  } catch (caught) {
    if (isDomainError(caught)) {
      for (const _ of keys) failed(caught);
      return;
    }
  }
  if (together !== undefined) {
    for (const kept of together) await attempt(() => work(kept));
    return;
  }
  // One of them cannot be read: each is read alone, so that only that one is left out.
  for (const key of keys) {
    await attempt(async () => {
      const kept = await deps.referrals.get(place, key);
      if (kept !== undefined) await work(kept);
    });
  }
}
