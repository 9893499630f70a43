/** A families' page as data: where it is, whether one must be signed in, and what answers. */
import type { PageAnswer } from '../page/page-answer.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';

interface Addressed {
  readonly method: 'GET' | 'POST';
  /** Under `/family`, with parameters in braces. */
  readonly path: string;
}

export type FamilyRoute = Addressed &
  (
    | { readonly access: 'anyone'; readonly handle: (visit: OpenVisit) => Promise<PageAnswer> }
    /** What somebody signed in may see, the use case asks `can` about the very child. */
    | { readonly access: 'family'; readonly handle: (visit: FamilyVisit) => Promise<PageAnswer> }
  );

export function openFamilyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: OpenVisit) => Promise<PageAnswer>,
): FamilyRoute {
  return { method, path, access: 'anyone', handle };
}

export function familyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: FamilyVisit) => Promise<PageAnswer>,
): FamilyRoute {
  return { method, path, access: 'family', handle };
}
