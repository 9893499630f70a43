/**
 * Every page of families, as a young person of 15 gets it on a phone: axe, 320 px, without JavaScript, on paper, and no heavier than
 * 60 KB. A page that is added is asked for here by its route. `tests/afterwards/plain-words` grades what all of them say.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { noHorizontalScroll } from '../../browser/layout.ts';
import { CommunitySite } from '../community/community-site.ts';
import type { RunningSite } from '../running-site.ts';
import { everyPage, pages } from './everything.ts';
import { HEAVIEST, isFit, uselessOnPaper, weightOf, wordsOf } from './fit.ts';

let community: CommunitySite;
let site: RunningSite;

beforeAll(async () => {
  community = await CommunitySite.open();
  ({ site } = community);
});
afterEach(() => site.foresawEverything());
afterAll(() => community?.close());

it('every page is fit for a phone, for no JavaScript, for paper and for a slow line', async () => {
  const { leila, at } = await everyPage(community);
  const phone = await site.browse(community.browser, leila, { width: 320 });
  const plain = await site.browse(community.browser, leila, { width: 320, javaScript: false });
  for (const route of pages) {
    const path = at(route);
    const answer = await phone.page.goto(`${site.origin}${path}`);
    expect(answer?.status(), `${route} is not shown to this young person: say here what its address takes`).toBe(200);
    await isFit(phone.page, `every-${route.replaceAll(/\W+/g, '-')}`);
    expect(await uselessOnPaper(phone.page), route).toEqual([]);
    expect(await weightOf(site, leila, path), route).toBeLessThan(HEAVIEST);
    await plain.page.goto(`${site.origin}${path}`);
    expect(await wordsOf(plain.page), route).toBe(await wordsOf(phone.page));
    expect(await noHorizontalScroll(plain.page), route).toEqual([]);
  }
  await plain.close();
  await phone.close();
});
