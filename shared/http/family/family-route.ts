/** A families' page as data: where it is, whether one must be signed in, and what answers. */
import type { PageAnswer } from '../page/page-answer.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';

interface Addressed {
  readonly method: 'GET' | 'POST';
  /** Under `/family`, with parameters in braces. */
  readonly path: string;
  /** Whether it is drawn in Easy Read for whoever reads so; else they get the plain page, which says so. */
  readonly isInEasyRead: boolean;
}

export type FamilyRoute = Addressed &
  (
    | { readonly access: 'anyone'; readonly handle: (visit: OpenVisit) => Promise<PageAnswer> }
    /** For anyone, who is known where they are signed in. */
    | { readonly access: 'either'; readonly handle: (visit: OpenVisit | FamilyVisit) => Promise<PageAnswer> }
    /** What somebody signed in may see, the use case asks `can` about the very child. */
    | { readonly access: 'family'; readonly handle: (visit: FamilyVisit) => Promise<PageAnswer> }
  );

/** How a page can be read besides in every language. */
type Written = 'in Easy Read';

export function openFamilyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: OpenVisit) => Promise<PageAnswer>,
  written?: Written,
): FamilyRoute {
  return { method, path, access: 'anyone', handle, isInEasyRead: written !== undefined };
}

export function eitherFamilyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: OpenVisit | FamilyVisit) => Promise<PageAnswer>,
  written?: Written,
): FamilyRoute {
  return { method, path, access: 'either', handle, isInEasyRead: written !== undefined };
}

export function familyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: FamilyVisit) => Promise<PageAnswer>,
  written?: Written,
): FamilyRoute {
  return { method, path, access: 'family', handle, isInEasyRead: written !== undefined };
}
