/** Addresses of the families' pages. They hold opaque ids and nothing that says who it is (promise P8). */
export const homePath = '/family';
export const joinPath = '/family/join';

export function childPath(personId: string): string {
  return `/family/children/${personId}`;
}
