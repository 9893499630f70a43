/** What `build.ts` writes to `built-hashes.js` (not in the repository): the hash of every asset's content, by name. */
export const builtHashes: Readonly<Record<string, string>>;
