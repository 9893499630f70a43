/** Where the assets of a release are. Functions that draw pages know this and no more: a function of its own serves the assets. */
import { createHash } from 'node:crypto';
import { brandStylesheet } from './brand.ts';

export interface AssetAddresses {
  /**
   * The address of an asset.
   * @throws {RangeError} for a name that was not built
   */
  readonly url: (name: string) => string;
  /** The address of a place's style sheet. `headerColour` is `#rrggbb`. */
  readonly brandUrl: (headerColour: string) => string;
}

/** @param hashes the hash of every asset's content by its name, e.g. `app.css` */
export function assetAddresses(hashes: Readonly<Record<string, string>>): AssetAddresses {
  return {
    url(name) {
      const hash = hashes[name];
      if (hash === undefined) throw new RangeError(`There is no asset ${name}`);
      return `/assets/${hash}/${name}`;
    },
    brandUrl(headerColour) {
      return `/assets/${contentHash(brandStylesheet(headerColour))}/brand-${headerColour.slice(1)}.css`;
    },
  };
}

/** The part of an address that changes with the content: the first 12 hex digits of its SHA-256. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
