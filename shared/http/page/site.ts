/** All pages behind one handler: finds the page of a request, runs it and draws its answer. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { forbidden } from '../../domain/error.ts';
import type { Assets } from '../assets/assets.ts';
import { pageTemplate } from '../html/page.ts';
import { type Dispatched, dispatch, nothingThere } from './dispatch.ts';
import type { PageRoute } from './page-route.ts';
import { problemPage } from './problem-page.ts';
import { fromOurPages, respond } from './respond.ts';
import { type Matched, routeMatcher } from './route-matcher.ts';
import { type SiteDeps, type Visit, visitOf } from './visit.ts';

export interface SiteSettings {
  readonly routes: readonly PageRoute[];
  readonly assets: Assets;
  /** Told once of every fault that no rule foresaw; ids that we minted and nothing of a person. */
  readonly onFault: (fault: unknown, requestId: string) => void;
}

export function createSite(
  settings: SiteSettings,
): (event: APIGatewayProxyEventV2, deps: () => Promise<SiteDeps>) => Promise<APIGatewayProxyStructuredResultV2> {
  const match = routeMatcher(settings.routes);
  const template = pageTemplate(settings.assets);

  return async (event, deps) => {
    // Assets need neither secrets nor store.
    const asset = settings.assets.serve(event.rawPath, event.headers['accept-encoding']);
    if (asset) return { ...asset, headers: { ...asset.headers } };
    const matched = match(event.requestContext.http.method, event.rawPath);
    const visit = visitOf(
      event,
      await deps(),
      matched === 'wrong-method' || matched === undefined ? {} : matched.params,
    );
    const done = await answerOf(visit, matched, fromOurPages(event.headers));
    if (done.fault !== undefined) settings.onFault(done.fault, visit.requestId);
    return respond(done.answer, done.visitor, template);
  };
}

async function answerOf(visit: Visit, matched: Matched, ours: boolean): Promise<Dispatched> {
  if (matched === undefined || matched === 'wrong-method') return nothingThere(visit);
  // A request that changes something and comes from another site goes no further (promise P13).
  if (matched.route.method === 'POST' && !ours) {
    return {
      answer: problemPage(forbidden('another-site', 'This was sent from another site'), visit.requestId),
      visitor: visit,
    };
  }
  return dispatch(matched.route, visit);
}
