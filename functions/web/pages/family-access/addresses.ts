/** Addresses of the pages about who in a family may see a record. */
export function familyAccessPath(personId: string): string {
  return `/people/${personId}/family`;
}
export function invitePath(personId: string): string {
  return `/people/${personId}/family/invite`;
}
export function letterPath(personId: string, grantId: string): string {
  return `/people/${personId}/family/${grantId}/letter`;
}
/** Sending the link of an invitation anew. */
export function linkPath(personId: string, grantId: string): string {
  return `/people/${personId}/family/${grantId}/link`;
}
/** Where somebody is reached by a channel. */
export function contactWayPath(personId: string, grantId: string, channel: string): string {
  return `/people/${personId}/family/${grantId}/ways/${channel}`;
}
/** Something recorded about one grant. */
export function grantRecordPath(personId: string, grantId: string, kind: string): string {
  return `/people/${personId}/family/${grantId}/record/${kind}`;
}
/** Something recorded about the child: for every grant at once. */
export function accessRecordPath(personId: string, kind: string): string {
  return `/people/${personId}/family/record/${kind}`;
}
