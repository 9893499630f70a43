/**
 * Every page of families in every language: nothing on it is English but what is marked as such (names of services and places, what
 * staff wrote) and the few terms that families meet in English wherever they go. So too when a form comes back with what is wrong.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../../shared/application/family/words/english/all.ts';
import { directionOf } from '../../../shared/domain/language/reading.ts';
import { FAMILY_READING_COOKIE } from '../../../shared/http/page/cookie.ts';
import { CommunitySite } from '../community/community-site.ts';
import type { PageReceived } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { type EveryPage, everyPage, pages } from './everything.ts';

let community: CommunitySite;
let every: EveryPage;

beforeAll(async () => {
  community = await CommunitySite.open();
  every = await everyPage(community);
});
afterEach(() => community.site.foresawEverything());
afterAll(() => community?.close());

/** What the law, the NHS and devices call things; and names that this test made. */
const TERMS =
  /EHC(?: plan)?|annual health check|health action plan|personal health budget|appeal|mediation|council|SENDIASS|NHS|GP|BSL|Childline|Cookie|Google|iPhone|Outlook|UK£|URL|Web|name@example\.com|Leila|Farah|Hassan|7K2M[-\dA-Z]*/g;
const MARKED = /<(span|bdi|strong|div)\b[^>]* ?lang="(?:en|pl|so|zh-Hans)".*?<\/\1>/gs;
/** Names of services: proper names, which a line of text cannot mark. */
const IN_AN_ERROR = /(?<=: |为 )(?:Speech and language|Occupational) therapy/g;
const UNSEEN = /<title>.*?<\/title>|<code\b.*?<\/code>|<a href="(?:tel|mailto):.*?<\/a>/gs;

/** What a page says in its own language, shown or read aloud. */
function own({ html }: Pick<PageReceived, 'html'>): string {
  const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
  return `${textOf({ html: html.replaceAll(MARKED, '').replaceAll(UNSEEN, '') })} ${labels.join(' ')}`.replaceAll(
    TERMS,
    '',
  );
}

const sentences = Object.values(english)
  .flatMap((message) => (typeof message === 'string' ? [message] : Object.values<string>(message)))
  .filter((text) => !text.includes('{') && text.includes(' '));

function leftInEnglish(page: Pick<PageReceived, 'html'>, language: string): readonly string[] {
  const text = own(page);
  const latin = language === 'ar' || language === 'zh-Hans' ? (text.match(/[A-Za-z]{3,}/g) ?? []) : [];
  return [...latin, ...sentences.filter((sentence) => text.includes(sentence.replaceAll(TERMS, '')))];
}

describe.each(['ar', 'pl', 'so', 'zh-Hans'] as const)('in %s nothing is left in English', (language) => {
  it('on any page, whether it is opened or comes back with what is wrong', async () => {
    const { site } = community;
    const { at } = every;
    const leila = { ...every.leila, cookies: [`${FAMILY_READING_COOKIE}=${language}`] };
    const reading = await site.get(leila, '/family/reading');
    await site.post(leila, '/family/reading', { ...travelling(reading), reading: language });
    for (const route of pages) {
      const page = await site.get(leila, at(route));
      expect(page.status, route).toBe(200);
      expect(page.html, route).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
      expect(leftInEnglish(page, language), route).toEqual([]);
      if (route === '/family/reading' || !page.html.includes(`action="${at(route)}"`)) continue;
      const { _step, ...hidden } = travelling(page);
      // An address that is none: an empty one would take away what other pages show.
      const answer = await site.post(leila, at(route), { ...hidden, address: '1' });
      if (answer.status === 303) continue;
      const html = answer.html.replaceAll(IN_AN_ERROR, '');
      expect(leftInEnglish({ html }, language), `${route}, sent empty`).toEqual([]);
    }
  });
});
