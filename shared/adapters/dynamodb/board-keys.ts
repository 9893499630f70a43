/** The keys of the board's papers in `indicators`. They begin alike, so that a role can be let at them and at no figure. */

export function risksCollection(place: string): string {
  return `BOARD#${place}#RISK`;
}
/** Where charts are drawn anew, a queue an item. */
export function rebasesCollection(place: string): string {
  return `BOARD#${place}#REBASE`;
}
