/** An authority by its name as people write it: "Liverpool City Council" and "Liverpool" are one. Equal for two names of one. */
export function sameAuthority(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(city|metropolitan|borough|county|council|of|the)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
