/** Addresses of the pages on which staff write for families. */
export const communityPath = '/community';
export const helpListPath = `${communityPath}/help`;
export const newHelpPath = `${helpListPath}/new`;
export const noticesPath = `${communityPath}/notices`;
export const newNoticePath = `${noticesPath}/new`;

export function helpPath(helpId: string): string {
  return `${helpListPath}/${helpId}`;
}
export function noticePath(noticeId: string): string {
  return `${noticesPath}/${noticeId}`;
}
/** Where something is done to one of them. @param path its own. */
export function workPath(path: string, work: string): string {
  return `${path}/${work}`;
}
