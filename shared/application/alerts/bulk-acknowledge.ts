import type { Alert } from '../../domain/alert/alert.ts';
import { type DomainError, invalid, isDomainError } from '../../domain/error.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { type Acknowledgement, acknowledgeAlert } from './work-alert.ts';

/** The most alerts that are acknowledged together. */
export const MOST_ALERTS_AT_ONCE = 200;
const AT_A_TIME = 8;

/** One alert of several, and the version of it that was decided on. */
export interface AlertChosen {
  readonly id: string;
  readonly seen: number;
}

/** What became of each, in the order asked. */
export interface BulkAcknowledged {
  readonly done: readonly Alert[];
  readonly refused: readonly { readonly id: string; readonly problem: DomainError }[];
}

/**
 * Takes several alerts up, each by a write of its own: one that fails leaves the others done, and is told with its reason.
 * @throws `invalid` `none-chosen`, `too-many-at-once`.
 */
export async function bulkAcknowledge(
  deps: Pick<Deps, 'alerts' | 'policies' | 'ids' | 'hash'>,
  call: Call,
  chosen: readonly AlertChosen[],
  acknowledgement: Acknowledgement,
  key: string,
): Promise<BulkAcknowledged> {
  if (chosen.length === 0) throw invalid('none-chosen', 'Choose at least one alert');
  if (chosen.length > MOST_ALERTS_AT_ONCE)
    throw invalid('too-many-at-once', `Choose at most ${MOST_ALERTS_AT_ONCE} alerts at a time`);
  const done: (Alert | undefined)[] = [];
  const refused: (BulkAcknowledged['refused'][number] | undefined)[] = [];
  const waiting = chosen.entries();
  const lane = async () => {
    for (const [at, { id, seen }] of waiting) {
      try {
        done[at] = await acknowledgeAlert(deps, call, id, acknowledgement, seen, key);
      } catch (problem) {
        if (!isDomainError(problem)) throw problem;
        refused[at] = { id, problem };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, chosen.length) }, lane));
  return { done: done.filter((one) => one !== undefined), refused: refused.filter((one) => one !== undefined) };
}
