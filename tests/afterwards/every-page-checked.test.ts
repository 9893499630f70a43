/**
 * No page without an axe check: every address that the site answers with a page was looked at by some test of this run. Nothing
 * has to be listed for a new page; its test calls `axe(page)` on it, on a `RunningSite`.
 */
import { expect, it } from 'vitest';
import { familyRoutes as familyPages } from '../../functions/family-web/routes.ts';
import { routes as figurePages } from '../../functions/indicators-web/routes.ts';
import { routes as webPages } from '../../functions/web/routes.ts';
import { checkedPaths } from '../browser/checked-pages.ts';

/** Addresses that answer with no page of their own when all goes well, each with what they answer instead. */
const NO_PAGE: Readonly<Record<string, string>> = {
  '/queues/{queue}/download': 'a file',
  '/import/{importId}/progress': 'how far it has come, for the script of the report',
  '/import/{importId}/rows': 'a file',
  '/audit/people/{personId}/file': 'a file',
  '/audit/staff/{staffId}/file': 'a file',
  '/cases/{kind}/download': 'a file',
  '/cases/budget/download': 'a file',
  '/cases/budget/collection/counts.csv': 'a file',
  '/people/{personId}/cases/budget/{caseId}/statement/statement.csv': 'a file',
  '/cases/health-check/practice-file.csv': 'a file',
  '/cases/health-check/empty-practice-file.csv': 'a file',
  '/cases/care-assessment/empty-notifications.csv': 'a file',
  '/indicators/packs/{period}/editions/{edition}/document.json': 'a file',
  '/indicators/downloads/{file}': 'a file',
  '/community/events/{meetingId}/open': 'the way back to the event',
  '/community/questions/{questionnaireId}/open': 'the way back to the questions',
  '/community/questions/{questionnaireId}/close': 'the way back to the questions',
  '/community/help/{helpId}/withdraw': 'the way back to the text',
  '/community/help/{helpId}/restore': 'the way back to the text',
  '/webhooks/{webhookId}/test': 'the way back to the webhook',
  '/webhooks/{webhookId}/replay': 'the way back to the webhook',
  '/webhooks/{webhookId}/off': 'the way back to the webhook',
  '/webhooks/{webhookId}/on': 'the way back to the webhook',
  '/notify-callbacks': 'GOV.UK Notify’s, nobody sees it',
  '/sign-in': 'the way to the identity provider',
  '/sign-in/callback': 'the way on from there',
  '/sign-out': 'the way to /signed-out',
  '/stay-signed-in': 'nothing',
  '/back-channel-logout': 'the identity provider’s, nobody sees it',
  '/family/children/{personId}/reach/ways/{channel}/code/again': 'the way back to the form of the code',
  '/family/calendar/end': 'the way back to the calendar',
  '/family/calendar/{secret}/dates.ics': 'a file',
  '/family/have-your-say/events/{place}/{meetingId}/cancel': 'the way back to the event',
  '/family/sign-in': 'the way to the identity provider',
  '/family/sign-in/callback': 'the way on from there',
  '/family/sign-out': 'the way to /family/signed-out',
  '/family/stay-signed-in': 'nothing',
  '/family/back-channel-logout': 'the identity provider’s, nobody sees it',
};

/** Every page, for staff and for families, whichever function answers it. */
const routes = [...webPages, ...figurePages, ...familyPages];

/** The path of the route that answers an address: the one with the fewest parameters of those that fit, as the site chooses. */
function routeOf(address: string): string | undefined {
  const parts = address.split('/');
  const isParameter = (part: string) => part.startsWith('{');
  const fits = (path: string) => {
    const wanted = path.split('/');
    return wanted.length === parts.length && wanted.every((part, n) => isParameter(part) || part === parts[n]);
  };
  const parameters = (path: string) => path.split('/').filter(isParameter).length;
  return [...new Set(routes.map(({ path }) => path))].filter(fits).sort((a, b) => parameters(a) - parameters(b))[0];
}

it('every page of the site was looked at by axe', () => {
  const seen = new Set([...checkedPaths()].map(routeOf));
  const unseen = [...new Set(routes.map(({ path }) => path))].filter((path) => !seen.has(path));
  expect(
    unseen.filter((path) => NO_PAGE[path] === undefined),
    'call axe(page) on these in a test under tests/pages, or say in NO_PAGE what they answer instead of a page',
  ).toEqual([]);
  const shown = Object.keys(NO_PAGE).filter((path) => !unseen.includes(path));
  expect(shown, 'these show a page after all, or are no addresses of the site').toEqual([]);
});
