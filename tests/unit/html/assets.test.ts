import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/http/assets/addresses.ts';
import { createAssets } from '../../../shared/http/assets/assets.ts';
import { brandStylesheet, contrastWithWhite, NEUTRAL_HEADER_COLOUR } from '../../../shared/http/assets/brand.ts';
import { buildAssets } from '../../../shared/http/assets/build.ts';
import { pageTemplate } from '../../../shared/http/html/page.ts';
import { frame } from '../../pages/kit/frame.ts';
import { queueSample } from '../../pages/kit/queue-sample.ts';

const built = await buildAssets();
const assets = createAssets(built);

describe('assets', () => {
  it.each(Object.keys(built))(
    '%s is the same under each coding, and its address is the hash of its content',
    (name) => {
      const [br, gzip, plain] = ['gzip, deflate, br', 'gzip', 'identity'].map((coding) =>
        assets.serve(assets.url(name), coding),
      );
      if (br === undefined || gzip === undefined || plain === undefined) throw new Error('not served');
      const content = Buffer.from(plain.body, 'base64');
      expect(brotliDecompressSync(Buffer.from(br.body, 'base64')).equals(content)).toBe(true);
      expect(gunzipSync(Buffer.from(gzip.body, 'base64')).equals(content)).toBe(true);
      expect([br, gzip, plain].map((answer) => answer.headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
      expect(assets.url(name)).toBe(`/assets/${contentHash(content)}/${name}`);
      expect(br.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(br.headers['vary']).toBe('accept-encoding');
    },
  );

  it('refuses a coding that the request gives no weight', () => {
    expect(assets.serve(assets.url('app.css'), 'br;q=0, gzip;q=0.5')?.headers['content-encoding']).toBe('gzip');
    expect(assets.serve(assets.url('app.css'), undefined)?.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/assets/000000000000/app.css',
    '/assets/app.css',
    '/assets/../app.css',
    '/assets/000000000000/constructor',
    '/',
  ])('has nothing at %s', (path) => {
    expect(assets.serve(path, 'br')).toBeUndefined();
  });

  it('names no asset that was not built', () => {
    expect(() => assets.url('logo.png')).toThrow(RangeError);
  });

  it('holds no font, no NHS logo, and no address of another host', () => {
    for (const name of ['app.css', 'app.js']) {
      const content = Buffer.from(assets.serve(assets.url(name), 'identity')?.body ?? '', 'base64').toString('utf8');
      expect(content).not.toMatch(/frutiger|@font-face|assets\.nhs\.uk/i);
      expect([...content.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address)).toSatisfy((addresses: string[]) =>
        addresses.every((address) => assets.serve(address.replaceAll('"', ''), 'br') !== undefined),
      );
    }
  });

  it('builds the same bytes again', async () => {
    expect(await buildAssets()).toEqual(built);
  });
});

describe('weight (R6)', () => {
  it('a waiting list of 50 rows with its style and script is under 60 KB compressed', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const page = pageTemplate(assets)({ ...frame, title: 'Waiting list', content: queueSample(50) });
    const sizes = [
      brotliCompressSync(page).length,
      ...Object.values(built).map((asset) => Buffer.from(asset.brotli, 'base64').length),
    ];
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
  });
});

describe("a place's colours", () => {
  it('are a style sheet at an address that carries them', () => {
    const url = assets.brandUrl('#7a1f5c');
    expect(url).toMatch(/^\/assets\/[0-9a-f]{12}\/brand-7a1f5c\.css$/);
    expect(assets.serve(url, 'br')?.body).toBe(':root{--app-header-colour:#7a1f5c}');
    expect(assets.serve(url.replace('7a1f5c', '7a1f5d'), 'br')).toBeUndefined();
  });

  it('give way to the neutral colour where white text could not be read', () => {
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 9);
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 9);
    // WCAG's own edge: #767676 is the lightest grey that passes, #777777 the first that fails.
    expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(4.5);
    expect(contrastWithWhite('#777777')).toBeLessThan(4.5);
    expect(brandStylesheet('#767676')).toContain('#767676');
    expect(brandStylesheet('#777777')).toContain(NEUTRAL_HEADER_COLOUR);
    expect(contrastWithWhite(NEUTRAL_HEADER_COLOUR)).toBeGreaterThan(7);
  });

  it.each(['red', '#fff', '#1F4E6B', '#000000}body{display:none'])('are refused when written %j', (colour) => {
    expect(() => brandStylesheet(colour)).toThrow(RangeError);
  });
});
