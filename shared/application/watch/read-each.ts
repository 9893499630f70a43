/** Reads several referrals or cases in one request and works each; what fails is counted, and holds up nothing else. */
import { isDomainError } from '../../domain/error.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { KeptReferral } from '../ports/referrals.ts';
import type { WatchedKey } from '../ports/watch-list.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';

/** What is done with each: one way for a referral, one for a case. */
export interface WorkOfEach {
  referral(kept: KeptReferral): Promise<void>;
  case(kept: KeptCase): Promise<void>;
}

/** Where several things of one sort are read: together, or one by one. */
interface Readable<K, V> {
  many(place: string, keys: readonly K[]): Promise<readonly V[]>;
  get(place: string, key: K): Promise<V | undefined>;
}

export async function readEach(
  deps: Pick<WatchDeps, 'referrals' | 'cases'>,
  run: WatchRun,
  keys: readonly WatchedKey[],
  work: WorkOfEach,
): Promise<void> {
  const referrals = keys.flatMap((key) =>
    key.of === 'referral' ? [{ personId: key.personId, referralId: key.referralId }] : [],
  );
  const cases = keys.flatMap((key) =>
    key.of === 'case' ? [{ personId: key.personId, kind: key.kind, caseId: key.caseId }] : [],
  );
  await readAlike(deps.referrals, run, referrals, (kept) => work.referral(kept));
  await readAlike(deps.cases, run, cases, (kept) => work.case(kept));
}

async function readAlike<K, V>(
  source: Readable<K, V>,
  { policy, tally, onFailure }: WatchRun,
  keys: readonly K[],
  work: (kept: V) => Promise<void>,
): Promise<void> {
  if (keys.length === 0) return;
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
  let together: readonly V[] | undefined;
  try {
    together = await source.many(place, keys);
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
      const kept = await source.get(place, key);
      if (kept !== undefined) await work(kept);
    });
  }
}
