/** Addresses of the pages on which staff write for families. */
export const communityPath = '/community';
export const helpListPath = `${communityPath}/help`;
export const newHelpPath = `${helpListPath}/new`;
export const noticesPath = `${communityPath}/notices`;
export const newNoticePath = `${noticesPath}/new`;
export const meetingsPath = `${communityPath}/events`;
export const newMeetingPath = `${meetingsPath}/new`;
export const questionnairesPath = `${communityPath}/questions`;
export const newQuestionnairePath = `${questionnairesPath}/new`;

export function helpPath(helpId: string): string {
  return `${helpListPath}/${helpId}`;
}
export function noticePath(noticeId: string): string {
  return `${noticesPath}/${noticeId}`;
}
export function meetingPath(meetingId: string): string {
  return `${meetingsPath}/${meetingId}`;
}
export function questionnairePath(questionnaireId: string): string {
  return `${questionnairesPath}/${questionnaireId}`;
}
/** Where something is done to one of them. @param path its own. */
export function workPath(path: string, work: string): string {
  return `${path}/${work}`;
}
