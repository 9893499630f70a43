import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readListQuery } from '../../../functions/web/pages/queues/list-query.ts';
import { listView } from '../../../functions/web/pages/queues/list-view.ts';
import { listQueue } from '../../../shared/application/queue/list-queue.ts';
import { queueAtAGlance } from '../../../shared/application/queue/queue-at-a-glance.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { pageTemplate } from '../../../shared/http/html/page.ts';
import { frame } from '../kit/frame.ts';
import { ListSite, NOW, type Visitor } from './list-site.ts';

let site: ListSite;
let clinician: Visitor;
beforeAll(async () => {
  site = await ListSite.open();
  await site.invent({ SALT: 400 });
  clinician = await site.clinician(['salt']);
});
afterAll(() => site.close());

/** The addresses of the assets that a page names, and those that its style sheet names. */
function assetsIn(text: string): string[] {
  return [...text.matchAll(/\/assets\/[0-9a-f]{12}\/[a-z0-9.-]+/g)].map(([address]) => address);
}

describe('a page of 50 rows', () => {
  it.each(['gzip', 'br'] as const)('weighs less than 60 KB with all its assets, compressed with %s', async (coding) => {
    const { text } = await site.get(clinician, '/queues/SALT');
    expect(text.match(/app-queue__name/g)?.length).toBe(50);
    const compressed = (body: string | Buffer) =>
      coding === 'br' ? brotliCompressSync(body).length : gzipSync(body).length;
    const weights = new Map([['the document', compressed(text)]]);
    const waiting = assetsIn(text);
    for (const address of waiting) {
      if (weights.has(address)) continue;
      const answer = await site.answer('', 'GET', address, undefined, coding);
      expect(answer.statusCode).toBe(200);
      const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
      weights.set(address, answer.headers?.['content-encoding'] === undefined ? compressed(body) : body.length);
      const plain = await site.answer('', 'GET', address);
      waiting.push(
        ...assetsIn(Buffer.from(plain.body ?? '', plain.isBase64Encoded ? 'base64' : 'utf8').toString('utf8')),
      );
    }
    const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
    console.info(
      `page of 50 rows, ${coding}: ${weights.get('the document')} bytes, ${total} with its ${weights.size - 1} assets`,
    );
    expect(total).toBeLessThan(60_000);
  });

  it('is drawn in less than 10 ms', async () => {
    const actor = { id: clinician.id, place: 'liverpool', role: 'clinician', services: ['salt'] } as const;
    const call = { actor, now: NOW, requestId: 'request' };
    const rows = await listQueue(site.deps, call, { queue: 'SALT', total: false });
    const glance = await queueAtAGlance(site.deps, call, 'SALT', 'Priya Nair');
    const draw = pageTemplate(site.assets);
    let least = Number.POSITIVE_INFINITY;
    let drawn = '';
    for (let run = 0; run < 40; run += 1) {
      const start = performance.now();
      const view = listView({
        query: readListQuery(new URLSearchParams()),
        assignee: undefined,
        rows,
        glance,
        policy: liverpool,
        now: NOW,
        cursors: site.deps.cursors,
        csrfToken: 'token',
        canExport: true,
        canRecord: true,
      });
      drawn = draw({ ...frame, title: 'List', isWide: true, ...view });
      least = Math.min(least, performance.now() - start);
    }
    expect(drawn.match(/app-queue__name/g)?.length).toBe(50);
    console.info(`page of 50 rows, drawn in ${least.toFixed(1)} ms`);
    expect(least).toBeLessThan(10);
  });
});
