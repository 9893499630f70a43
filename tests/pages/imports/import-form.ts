/** Goes through the steps of an import as a browser without JavaScript does: each form with what the page before it carried. */
import { SESSION_COOKIE } from '../../../shared/http/page/cookie.ts';
import type { Fields, PageReceived, RunningSite, SignedIn } from '../running-site.ts';
import { mainOf, travelling } from '../sent-form.ts';

export interface Upload {
  readonly content: string | Uint8Array;
  readonly name?: string;
  readonly system?: string;
  /** `YYYY-MM-DD`; the day it is for the site where it is left out. */
  readonly asAt?: string;
  /** Other fields of the form. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Sends the first form with a file, as a browser sends files. */
export async function upload(
  site: RunningSite,
  who: SignedIn,
  { content, name = 'extract.csv', system = 'extract', asAt = site.today, more = {} }: Upload,
): Promise<PageReceived> {
  const [year = '', month = '', day = ''] = asAt.split('-');
  const form = new FormData();
  const fields = { csrf: who.formToken, step: 'file', system, 'asAt-day': day, 'asAt-month': month, 'asAt-year': year };
  for (const [field, value] of Object.entries({ ...fields, ...more })) form.append(field, value);
  form.append(
    'upload',
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: 'text/csv' }),
    name,
  );
  const answer = await fetch(`${site.origin}/import`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie: `${SESSION_COOKIE}=${who.secret}` },
  });
  const location = answer.headers.get('location') ?? undefined;
  return { status: answer.status, location, html: await answer.text(), headers: Object.fromEntries(answer.headers) };
}

/** Each select of the page with what is chosen in it. */
export function chosenColumns({ html }: Pick<PageReceived, 'html'>): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [, name = '', options = ''] of html.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    chosen[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return chosen;
}

/** Confirms the columns as they are shown, but for those given. */
export function sendColumns(
  site: RunningSite,
  who: SignedIn,
  page: PageReceived,
  other: Fields = {},
): Promise<PageReceived> {
  return site.post(who, '/import', { ...travelling(page), ...chosenColumns(page), ...other });
}

/** From the file to what the import will do. */
export async function check(site: RunningSite, who: SignedIn, file: Upload): Promise<PageReceived> {
  return sendColumns(site, who, await upload(site, who, file));
}

/** Confirms what was shown; the form to confirm is the last of the page. */
export function confirm(site: RunningSite, who: SignedIn, page: PageReceived): Promise<PageReceived> {
  return site.post(who, '/import', { ...travelling(page, lastForm(page)), step: 'run' });
}

/** A whole import, and its report. */
export async function importWhole(site: RunningSite, who: SignedIn, file: Upload): Promise<PageReceived> {
  const done = await confirm(site, who, await check(site, who, file));
  if (done.location === undefined) throw new Error(`The import did not end: ${done.status}`);
  return site.get(who, done.location);
}

function lastForm(page: PageReceived): number {
  return mainOf(page).split('<form ').length - 2;
}

/** The counts that a page shows, by their names. */
export function countsOn({ html }: Pick<PageReceived, 'html'>): Record<string, number> {
  const figures = html.matchAll(/app-figures__name">([^<]+)<\/dt><dd class="app-figures__value">(\d+)</g);
  return Object.fromEntries([...figures].map(([, name = '', value = '']) => [name, Number(value)]));
}
