/** All pages behind one handler: finds the page of a request, runs it and draws its answer. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { forbidden } from '../../domain/error.ts';
import type { AssetAddresses } from '../assets/addresses.ts';
import type { Assets } from '../assets/assets.ts';
import { pageTemplate } from '../html/page.ts';
import { type Dispatched, dispatch, nothingThere } from './dispatch.ts';
import { framed } from './frame.ts';
import type { PageRoute } from './page-route.ts';
import { problemPage } from './problem-page.ts';
import { fromOurPages, respond } from './respond.ts';
import { type Matched, routeMatcher } from './route-matcher.ts';
import { type CaseworkWorld, type SiteWorld, type Visit, visitOf } from './visit.ts';
import { bySession, type WhoVisits } from './who-visits.ts';

export interface SiteSettings<W extends SiteWorld = CaseworkWorld> {
  readonly routes: readonly PageRoute<W>[];
  /** Where assets are; with them too the site serves them itself, as tests have it. */
  readonly assets: AssetAddresses & Partial<Pick<Assets, 'serve'>>;
  /** Told once of every fault that no rule foresaw; ids that we minted and nothing of a person. */
  readonly onFault: (fault: unknown, requestId: string) => void;
}

/** A site as a handler: asked with the trigger's event, and with what its pages reach the world through. */
export type Site<W extends SiteWorld = CaseworkWorld> = (
  event: APIGatewayProxyEventV2,
  deps: () => Promise<W['deps']>,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The site of those who work with records. */
export function createSite(settings: SiteSettings): Site {
  return createSiteOf(settings, bySession);
}

export function createSiteOf<W extends SiteWorld>(settings: SiteSettings<W>, who: WhoVisits<W>): Site<W> {
  const match = routeMatcher(settings.routes);
  const template = pageTemplate(settings.assets);

  return async (event, deps) => {
    // Assets need neither secrets nor store.
    const asset = settings.assets.serve?.(event.rawPath, event.headers['accept-encoding']);
    if (asset) return { ...asset, headers: { ...asset.headers } };
    const matched = match(event.requestContext.http.method, event.rawPath);
    const visit = visitOf<W>(
      event,
      await deps(),
      matched === 'wrong-method' || matched === undefined ? {} : matched.params,
    );
    const done = await answerOf(visit, matched, { ours: fromOurPages(event.headers), who });
    if (done.fault !== undefined) settings.onFault(done.fault, visit.requestId);
    return respond(done.answer, (content) => template(framed(done.visitor, content)));
  };
}

async function answerOf<W extends SiteWorld>(
  visit: Visit<W>,
  matched: Matched<PageRoute<W>>,
  { ours, who }: { readonly ours: boolean; readonly who: WhoVisits<W> },
): Promise<Dispatched> {
  if (matched === undefined || matched === 'wrong-method') return nothingThere(visit);
  // A request that changes something and comes from another site goes no further (promise P13).
  if (matched.route.method === 'POST' && !ours) {
    return {
      answer: problemPage(forbidden('another-site', 'This was sent from another site'), visit.requestId),
      visitor: visit,
    };
  }
  return dispatch(matched.route, visit, who);
}
