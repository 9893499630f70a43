/** All families' pages behind one handler. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { forbidden } from '../../domain/error.ts';
import type { AssetAddresses } from '../assets/addresses.ts';
import { pageTemplate } from '../html/page.ts';
import { problemPage } from '../page/problem-page.ts';
import { fromOurPages, respond } from '../page/respond.ts';
import { type Matched, routeMatcher } from '../page/route-matcher.ts';
import { visitOf } from '../page/visit.ts';
import { type FamilyDispatched, familyDispatch, noSuchFamilyPage } from './family-dispatch.ts';
import { familyFramed } from './family-frame.ts';
import { familyProblems } from './family-problems.ts';
import { openVisitOf } from './family-reading.ts';
import type { FamilyRoute } from './family-route.ts';
import type { FamilySiteDeps, FamilyWorld, OpenVisit } from './family-visit.ts';

export interface FamilySiteSettings {
  readonly routes: readonly FamilyRoute[];
  readonly assets: AssetAddresses;
  /** Told once of every fault that no rule foresaw; ids that we minted and nothing of a person. */
  readonly onFault: (fault: unknown, requestId: string) => void;
}

export function createFamilySite(
  settings: FamilySiteSettings,
): (event: APIGatewayProxyEventV2, deps: () => Promise<FamilySiteDeps>) => Promise<APIGatewayProxyStructuredResultV2> {
  const match = routeMatcher(settings.routes);
  const template = pageTemplate(settings.assets);
  return async (event, deps) => {
    const path = event.rawPath.replace(/(.)\/$/, '$1');
    const matched = match(event.requestContext.http.method, path);
    const params = matched === 'wrong-method' || matched === undefined ? {} : matched.params;
    const visit = openVisitOf(visitOf<FamilyWorld>(event, await deps(), params));
    const done = await answerOf(visit, matched, fromOurPages(event.headers));
    if (done.fault !== undefined) settings.onFault(done.fault, visit.requestId);
    return respond(done.answer, (content) => template(familyFramed(done.visitor, content)));
  };
}

async function answerOf(visit: OpenVisit, matched: Matched<FamilyRoute>, ours: boolean): Promise<FamilyDispatched> {
  if (matched === undefined || matched === 'wrong-method') return noSuchFamilyPage(visit);
  if (matched.route.method === 'POST' && !ours) {
    const problem = forbidden('another-site', 'This was sent from another site');
    return { answer: problemPage(problem, visit.requestId, familyProblems(visit.words)), visitor: visit };
  }
  return familyDispatch(matched.route, visit);
}
