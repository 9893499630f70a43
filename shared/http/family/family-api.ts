/** Routes of the families' API: the same table, parsing and answers as the staff's, for another directory of people. */
import type { FamilyDeps } from '../../application/deps.ts';
import type { FamilyCall } from '../../application/family/family-call.ts';
import { familyOf } from '../../application/family/family-session.ts';
import type { Words } from '../../application/family/words/words.ts';
import { wordsIn } from '../../application/family/words/words-in.ts';
import { instantOf } from '../../domain/calendar/instant.ts';
import { languageOf } from '../../domain/language/reading.ts';
import type { WhoAsks } from '../api/answer-route.ts';
import { type Route, type RouteDefinition, routeOf } from '../api/route.ts';
import { identityOf } from '../middleware/caller.ts';
import { headerOf } from '../middleware/headers.ts';
import { acceptedLanguage } from './accepted-language.ts';

/** Who asks: somebody whom the families' identity provider vouches for. What they may see, the grants say. */
export interface FamilyAsker {
  readonly call: FamilyCall;
  /** In the language that is asked for. */
  readonly words: Words;
}

export type FamilyApiRoute = Route<FamilyDeps, FamilyAsker>;

export function defineFamilyRoute<P = Record<string, never>, Q = Record<string, never>, B = undefined, R = unknown>(
  route: Omit<RouteDefinition<P, Q, B, R, FamilyDeps, FamilyAsker>, 'audience'>,
): FamilyApiRoute {
  return routeOf({ ...route, audience: 'family' as const });
}

export const familyAsks: WhoAsks<FamilyDeps, FamilyAsker> = async (_route, event, deps) => {
  const identity = identityOf(event);
  const { timeEpoch, requestId } = event.requestContext;
  const who = await familyOf(deps, identity);
  return {
    call: { ...who, identity, now: instantOf(timeEpoch), requestId },
    words: wordsIn(acceptedLanguage(headerOf(event, 'accept-language')) ?? languageOf(who.account.reading ?? 'en')),
  };
};
