/** Addresses of the pages about a person. They hold opaque ids and nothing that says who it is (promise P8). */
export const findPath = '/people/find';
export const addPersonPath = '/people/new';

export function personPath(personId: string): string {
  return `/people/${personId}`;
}

export function editPersonPath(personId: string): string {
  return `/people/${personId}/edit`;
}

export function printPersonPath(personId: string): string {
  return `/people/${personId}/print`;
}
