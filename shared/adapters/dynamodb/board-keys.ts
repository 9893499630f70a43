/** The keys of the board's papers in `indicators`. They begin alike, so that a role can be let at them and at no figure. */

/** What a role may put that may put papers and nothing else. */
export const BOARD_KEYS = 'BOARD#*';

export function risksCollection(place: string): string {
  return `BOARD#${place}#RISK`;
}
