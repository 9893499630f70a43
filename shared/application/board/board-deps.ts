import type { FigureDeps } from '../indicators/figure-deps.ts';
import type { BoardPapers } from '../ports/board-papers.ts';
import type { Hash } from '../ports/hash.ts';
import type { Ids } from '../ports/ids.ts';

/** What the papers of the board reach the world through: published figures and the papers, and nothing that could lead to a person. */
export interface BoardDeps extends FigureDeps {
  readonly board: BoardPapers;
  readonly ids: Ids;
  readonly hash: Hash;
}
