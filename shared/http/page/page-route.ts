/** A page as data: where it is, who may ask for it, and what answers. One table of these is the whole site. */
import type { Action } from '../../domain/permission/grants.ts';
import type { PageAnswer } from './page-answer.ts';
import type { ActingVisit, CaseworkWorld, SiteWorld, StaffVisit, Visit } from './visit.ts';

interface Addressed {
  readonly method: 'GET' | 'POST';
  /** With parameters in braces: `/people/{personId}`. */
  readonly path: string;
}

export type PageRoute<W extends SiteWorld = CaseworkWorld> = Addressed &
  (
    | { readonly access: 'anyone'; readonly handle: (visit: Visit<W>) => Promise<PageAnswer> }
    | { readonly access: 'signed-in'; readonly handle: (visit: StaffVisit<W>) => Promise<PageAnswer> }
    /** Asked of `can` before the page runs; the use case asks again about the very subject. */
    | {
        readonly access: Action;
        readonly acting: true;
        readonly handle: (visit: ActingVisit<W>) => Promise<PageAnswer>;
      }
  );

export function openPage<W extends SiteWorld = CaseworkWorld>(
  method: Addressed['method'],
  path: string,
  handle: (visit: Visit<W>) => Promise<PageAnswer>,
): PageRoute<W> {
  return { method, path, access: 'anyone', handle };
}

export function signedInPage<W extends SiteWorld = CaseworkWorld>(
  method: Addressed['method'],
  path: string,
  handle: (visit: StaffVisit<W>) => Promise<PageAnswer>,
): PageRoute<W> {
  return { method, path, access: 'signed-in', handle };
}

export function actingPage<W extends SiteWorld = CaseworkWorld>(
  method: Addressed['method'],
  path: string,
  access: Action,
  handle: (visit: ActingVisit<W>) => Promise<PageAnswer>,
): PageRoute<W> {
  return { method, path, access, acting: true, handle };
}
