/** Addresses of the families' pages. They hold opaque ids and nothing that says who it is (promise P8). */
export const homePath = '/family';
export const joinPath = '/family/join';

/** Where the link of an invitation leads, and where it is used. */
export function invitedPath(secret: string): string {
  return `/family/invited/${secret}`;
}
export function invitedUsePath(secret: string): string {
  return `${invitedPath(secret)}/use`;
}

/** The calendar of whoever is signed in, and where their calendar app asks for it. */
export const calendarPath = '/family/calendar';
export const calendarEndPath = `${calendarPath}/end`;
export function calendarFilePath(secret: string): string {
  return `${calendarPath}/${secret}/dates.ics`;
}

export function childPath(personId: string): string {
  return `/family/children/${personId}`;
}

export function tellPath(personId: string): string {
  return `${childPath(personId)}/tell`;
}
export function ratePath(personId: string): string {
  return `${childPath(personId)}/goals`;
}
export function feedbackPath(personId: string): string {
  return `${childPath(personId)}/feedback`;
}

/** Where messages lead that ask whether a family still needs the place. */
export function checkInPath(personId: string): string {
  return `${childPath(personId)}/still-needed`;
}
/** How somebody is reached about a child. */
export function reachPath(personId: string): string {
  return `${childPath(personId)}/reach`;
}
export function reachChoicesPath(personId: string): string {
  return `${reachPath(personId)}/choices`;
}
export function reachWayPath(personId: string, channel: string): string {
  return `${reachPath(personId)}/ways/${channel}`;
}
export function reachCodePath(personId: string, channel: string): string {
  return `${reachWayPath(personId, channel)}/code`;
}

/** What changes as a child grows up. */
export function growingUpPath(personId: string): string {
  return `${childPath(personId)}/growing-up`;
}

export function lookedPath(personId: string): string {
  return `/family/children/${personId}/who-has-looked`;
}

export function sharingPath(personId: string): string {
  return `/family/children/${personId}/sharing`;
}

export function shareWithPath(personId: string, grantId: string): string {
  return `/family/children/${personId}/sharing/${grantId}`;
}

/** What helps while waiting, in a place: for anybody. */
export function helpPath(place: string): string {
  return `/family/help/${place}`;
}

/** How the lists of a place are ordered: for anybody. */
export function orderPath(place: string): string {
  return `/family/order/${place}`;
}

export const takingPartPath = '/family/have-your-say';

export function eventPath(place: string, meetingId: string): string {
  return `${takingPartPath}/events/${place}/${meetingId}`;
}
export function cancelEventPath(place: string, meetingId: string): string {
  return `${eventPath(place, meetingId)}/cancel`;
}
export function questionsPath(place: string, questionnaireId: string): string {
  return `${takingPartPath}/questions/${place}/${questionnaireId}`;
}
/** What families of a place said and what came of it: for anybody. */
export function saidPath(place: string): string {
  return `/family/you-said/${place}`;
}

/** How estimates came out in a place: for anybody. */
export function estimatesPath(place: string): string {
  return `/family/estimates/${place}`;
}
