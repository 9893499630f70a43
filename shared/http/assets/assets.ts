/** The style sheet, script and images of the pages: their addresses, which change with their content, and the answers to requests for them. */
import { brotliDecompressSync } from 'node:zlib';
import { type AssetAddresses, assetAddresses, contentHash } from './addresses.ts';
import { brandColourOf, brandStylesheet } from './brand.ts';

/** One asset as it was built. */
export interface BuiltAsset {
  /** The first 12 hex digits of the SHA-256 of the content. */
  readonly hash: string;
  readonly contentType: string;
  /** The content compressed with brotli, in base64. */
  readonly brotli: string;
  /** The content compressed with gzip, in base64. */
  readonly gzip: string;
}

/** Every asset by its name, e.g. `app.css`. */
export type BuiltAssets = Readonly<Record<string, BuiltAsset>>;

/** An answer to a request for an asset, in the shape of a Lambda proxy response. */
export interface AssetResponse {
  readonly statusCode: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export interface Assets extends AssetAddresses {
  /**
   * The answer to `GET <path>`, or `undefined` when nothing is there: a name or hash that this release does not know.
   * @param acceptEncoding the request's header of that name
   */
  readonly serve: (path: string, acceptEncoding: string | undefined) => AssetResponse | undefined;
}

const PATH = /^\/assets\/([0-9a-f]{12})\/([a-z0-9.-]+)$/;

// Addresses change with content, so that a browser need never ask again.
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/** The assets of one build. */
export function createAssets(built: BuiltAssets): Assets {
  return {
    ...assetAddresses(hashesOf(built)),
    serve(path, acceptEncoding) {
      const [, hash, name] = PATH.exec(path) ?? [];
      if (hash === undefined || name === undefined) return undefined;
      const asset = Object.hasOwn(built, name) ? built[name] : undefined;
      if (asset !== undefined) return asset.hash === hash ? encoded(asset, acceptEncoding ?? '') : undefined;
      const colour = brandColourOf(name);
      const css = colour === undefined ? undefined : brandStylesheet(colour);
      return css === undefined || contentHash(css) !== hash ? undefined : plain(css);
    },
  };
}

/** What the addresses of these assets follow from. */
export function hashesOf(built: BuiltAssets): Record<string, string> {
  return Object.fromEntries(Object.entries(built).map(([name, { hash }]) => [name, hash]));
}

function encoded(asset: BuiltAsset, acceptEncoding: string): AssetResponse {
  const encoding = accepts(acceptEncoding, 'br') ? 'br' : accepts(acceptEncoding, 'gzip') ? 'gzip' : undefined;
  return {
    statusCode: 200,
    headers: { ...headersOf(asset.contentType), ...(encoding === undefined ? {} : { 'content-encoding': encoding }) },
    body:
      encoding === 'br'
        ? asset.brotli
        : encoding === 'gzip'
          ? asset.gzip
          : brotliDecompressSync(Buffer.from(asset.brotli, 'base64')).toString('base64'),
    isBase64Encoded: true,
  };
}

function plain(css: string): AssetResponse {
  return { statusCode: 200, headers: headersOf('text/css; charset=utf-8'), body: css, isBase64Encoded: false };
}

function headersOf(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'cache-control': CACHE_CONTROL,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** Whether an `Accept-Encoding` header takes a coding: named, and not with a weight of nothing (RFC 9110, 12.5.3). */
function accepts(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === coding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
