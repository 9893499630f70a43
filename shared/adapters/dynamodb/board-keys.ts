/** The keys of the board's papers in `indicators`. They begin alike, so that a role can be let at them and at no figure. */

export function risksCollection(place: string): string {
  return `BOARD#${place}#RISK`;
}
/** Where charts are drawn anew, a queue an item. */
export function rebasesCollection(place: string): string {
  return `BOARD#${place}#REBASE`;
}
/** Packs as they are written, a period an item. */
export function packsCollection(place: string): string {
  return `BOARD#${place}#PACK`;
}
/** What was signed of a period, each under the hash of its text. */
export function copiesCollection(place: string, period: string): string {
  return `BOARD#${place}#COPY#${period}`;
}
