/** What anybody may read of a place: how its lists are ordered, how its estimates came out, what helps while waiting. No record is read. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type HelpContent, shownHelp } from '../../domain/community/help.ts';
import { notFound } from '../../domain/error.ts';
import type { PublishedEstimates } from '../../domain/estimate/published.ts';
import { initialPolicies } from '../../domain/policy/places/places.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { FamilyDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { type PlaceOrder, placeOrder } from './place-order.ts';

/** Fewer than these, and a share would say more than is known; and less of anybody than is right. */
const FEWEST = 50;

/** Of a hundred families, how many waited less than was said, as long, and more. */
export interface EstimatesCameOut {
  readonly queue: string;
  /** Null where there are too few to say. */
  readonly of100: { readonly sooner: number; readonly within: number; readonly later: number } | null;
  readonly asAt: LocalDate | null;
}

/** @throws `not-found` `no-such-page` */
export async function readPlaceOrder(deps: Pick<FamilyDeps, 'policies'>, place: string): Promise<PlaceOrder> {
  return placeOrder(await policyFor(deps, place));
}

/** @throws `not-found` `no-such-page` */
export async function readEstimatesCameOut(
  deps: Pick<FamilyDeps, 'policies' | 'estimates'>,
  place: string,
): Promise<{ readonly place: string; readonly queues: readonly EstimatesCameOut[] }> {
  const policy = await policyFor(deps, place);
  const queues = policy.queues.map(async ({ code, name }) =>
    cameOut(name, await deps.estimates.latest(policy.place.id, code)),
  );
  return { place: policy.place.name, queues: await Promise.all(queues) };
}

/** @throws `not-found` `no-such-page` */
export async function readPlaceHelp(
  deps: Pick<FamilyDeps, 'policies' | 'community'>,
  place: string,
): Promise<{ readonly policy: Policy; readonly help: readonly HelpContent[] }> {
  const policy = await policyFor(deps, place);
  return { policy, help: shownHelp(await deps.community.help.list(policy.place.id)) };
}

async function policyFor(deps: Pick<FamilyDeps, 'policies'>, place: string): Promise<Policy> {
  if (!initialPolicies.has(place)) throw notFound('no-such-page', 'There is no such page');
  return placePolicy(deps.policies, place);
}

function cameOut(queue: string, estimates: PublishedEstimates | undefined): EstimatesCameOut {
  const total = (of: 'sooner' | 'within' | 'later') =>
    estimates?.calibration.reduce((sum, count) => sum + count[of], 0) ?? 0;
  const [sooner, within, later] = [total('sooner'), total('within'), total('later')];
  const all = sooner + within + later;
  if (estimates === undefined || all < FEWEST) return { queue, of100: null, asAt: null };
  const share = (count: number) => Math.round((100 * count) / all);
  return {
    queue,
    of100: { sooner: share(sooner), within: share(within), later: share(later) },
    asAt: estimates.asAt,
  };
}
