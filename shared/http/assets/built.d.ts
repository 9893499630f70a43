/** What `build.ts` writes to `built.js` (not in the repository): every asset, compressed, by name. */
import type { BuiltAssets } from './assets.ts';

export const builtAssets: BuiltAssets;
