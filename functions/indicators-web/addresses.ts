/** Addresses of the pages of figures. */
export const overviewPath = '/indicators';
export const equityPath = '/indicators/equity';
export const dutyFiguresPath = '/indicators/duties';
export const downloadsPath = '/indicators/downloads';
export const cataloguePath = '/indicators/catalogue';

export function queueFiguresPath(queue: string): string {
  return `/indicators/queues/${queue}`;
}
export function capacityPath(queue: string): string {
  return `${queueFiguresPath(queue)}/capacity`;
}

export const risksPath = '/indicators/risks';
export const raiseRiskPath = `${risksPath}/raise`;

export function riskPath(riskId: string): string {
  return `${risksPath}/${riskId}`;
}
/** Where a risk is changed, escalated and closed. */
export function riskWorkPath(riskId: string, work: string): string {
  return `${riskPath(riskId)}/${work}`;
}

/** Where the limits of a chart are drawn anew. */
export function rebasePath(queue: string, measure: string): string {
  return `${queueFiguresPath(queue)}/charts/${measure}/limits`;
}
export function undoRebasePath(queue: string, measure: string, from: string): string {
  return `${rebasePath(queue, measure)}/${from}/undo`;
}

export const packsPath = '/indicators/packs';
export const beginPackPath = `${packsPath}/begin`;

export function packPath(period: string): string {
  return `${packsPath}/${period}`;
}
export function editionPath(period: string, edition: string): string {
  return `${packPath(period)}/editions/${edition}`;
}
/** The very text that was signed. */
export function editionFilePath(period: string, edition: string): string {
  return `${editionPath(period, edition)}/document.json`;
}
export function commentPath(period: string, section: string): string {
  return `${packPath(period)}/sections/${section}`;
}
export function signPackPath(period: string): string {
  return `${packPath(period)}/sign`;
}
export function reopenPackPath(period: string): string {
  return `${packPath(period)}/issue-again`;
}
export function downloadPath(file: string): string {
  return `${downloadsPath}/${file}`;
}
