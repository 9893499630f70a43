/** A families' page as data: where it is, whether one must be signed in, and what answers. */
import type { PageAnswer } from '../page/page-answer.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';

interface Addressed {
  readonly method: 'GET' | 'POST';
  /** Under `/family`, with parameters in braces. */
  readonly path: string;
  /** Whether all its words are in the core that is translated; else the page is in English whatever is read. */
  readonly isTranslated: boolean;
}

export type FamilyRoute = Addressed &
  (
    | { readonly access: 'anyone'; readonly handle: (visit: OpenVisit) => Promise<PageAnswer> }
    /** For anyone, who is known where they are signed in. */
    | { readonly access: 'either'; readonly handle: (visit: OpenVisit | FamilyVisit) => Promise<PageAnswer> }
    /** What somebody signed in may see, the use case asks `can` about the very child. */
    | { readonly access: 'family'; readonly handle: (visit: FamilyVisit) => Promise<PageAnswer> }
  );

/** Given where every word of a page is in the core. */
type Translated = 'translated';

export function openFamilyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: OpenVisit) => Promise<PageAnswer>,
  translated?: Translated,
): FamilyRoute {
  return { method, path, access: 'anyone', handle, isTranslated: translated !== undefined };
}

export function eitherFamilyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: OpenVisit | FamilyVisit) => Promise<PageAnswer>,
  translated?: Translated,
): FamilyRoute {
  return { method, path, access: 'either', handle, isTranslated: translated !== undefined };
}

export function familyPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: FamilyVisit) => Promise<PageAnswer>,
  translated?: Translated,
): FamilyRoute {
  return { method, path, access: 'family', handle, isTranslated: translated !== undefined };
}
