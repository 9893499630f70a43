/** A page as data: where it is, who may ask for it, and what answers. One table of these is the whole site. */
import type { Action } from '../../domain/permission/grants.ts';
import type { PageAnswer } from './page-answer.ts';
import type { ActingVisit, StaffVisit, Visit } from './visit.ts';

interface Addressed {
  readonly method: 'GET' | 'POST';
  /** With parameters in braces: `/people/{personId}`. */
  readonly path: string;
}

export type PageRoute = Addressed &
  (
    | { readonly access: 'anyone'; readonly handle: (visit: Visit) => Promise<PageAnswer> }
    | { readonly access: 'signed-in'; readonly handle: (visit: StaffVisit) => Promise<PageAnswer> }
    /** Asked of `can` before the page runs; the use case asks again about the very subject. */
    | { readonly access: Action; readonly acting: true; readonly handle: (visit: ActingVisit) => Promise<PageAnswer> }
  );

export function openPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: Visit) => Promise<PageAnswer>,
): PageRoute {
  return { method, path, access: 'anyone', handle };
}

export function signedInPage(
  method: Addressed['method'],
  path: string,
  handle: (visit: StaffVisit) => Promise<PageAnswer>,
): PageRoute {
  return { method, path, access: 'signed-in', handle };
}

export function actingPage(
  method: Addressed['method'],
  path: string,
  access: Action,
  handle: (visit: ActingVisit) => Promise<PageAnswer>,
): PageRoute {
  return { method, path, access, acting: true, handle };
}
