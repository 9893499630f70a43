import type { PublishedFigures } from '../ports/published-figures.ts';

/** What reading figures reaches the world through: published figures, and nothing that could lead to a person. */
export interface FigureDeps {
  readonly figures: PublishedFigures;
}
