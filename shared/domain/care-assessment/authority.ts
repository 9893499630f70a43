/**
 * The one name of an authority, however it is written: "Liverpool City Council", "City of Liverpool" and "LIVERPOOL" are Liverpool. What
 * kind of council it is, is left out; what tells two apart (Cheshire East, Cheshire West and Chester) stays.
 */
export function authorityName(written: string): string {
  const plain = written.normalize('NFC').replaceAll('&', ' and ').replaceAll(/\s+/g, ' ').trim();
  const bare = plain.replace(KIND_BEFORE, '').replace(KIND_BEHIND, '');
  const name = bare === '' ? plain : bare;
  return name.replaceAll(/[^\s-]+/g, (word, at: number) => capitalised(word, at === 0));
}

const KIND = 'royal|london|metropolitan|city|county|borough|district|unitary|council';
/** "The Royal Borough of", "City of". */
const KIND_BEFORE = new RegExp(`^(?:the )?(?:(?:${KIND}) (?:and )?)+of (?:the )?|^the `, 'i');
/** "City Council", "Metropolitan Borough Council", "MBC". */
const KIND_BEHIND = new RegExp(`(?: (?:${KIND}))* (?:council|[mcl]bc|mdc)$`, 'i');

const SMALL: ReadonlySet<string> = new Set(['and', 'of', 'on', 'upon', 'under', 'the', 'in', 'with', 'by', 'le']);

function capitalised(word: string, isFirst: boolean): string {
  const lower = word.toLowerCase();
  if (!isFirst && SMALL.has(lower)) return lower;
  const isOfOneCase = word === lower || word === word.toUpperCase();
  return isOfOneCase ? `${lower[0]?.toUpperCase()}${lower.slice(1)}` : word;
}
