/** Addresses of the pages of health checks beside those that every kind of case has. They hold opaque ids only (promise P8). */
import { caseListPath, casePath } from '../cases/addresses.ts';

export const healthChecksPath = caseListPath('health-check');
export const healthChecksCsvPath = `${healthChecksPath}/practice-file.csv`;
export const healthCheckFiguresPath = `${healthChecksPath}/figures`;
export const practiceFilePath = `${healthChecksPath}/practice-file`;
export const practiceTemplatePath = `${healthChecksPath}/empty-practice-file.csv`;

/** Whose record, and which; with names in braces, the pattern of its address. */
export interface HealthCheckAddress {
  readonly personId: string;
  readonly caseId: string;
}

export function healthCheckPath({ personId, caseId }: HealthCheckAddress): string {
  return casePath({ personId, kind: 'health-check', caseId });
}

export function planPath(address: HealthCheckAddress): string {
  return `${healthCheckPath(address)}/plan`;
}

export function easyReadPlanPath(address: HealthCheckAddress): string {
  return `${healthCheckPath(address)}/easy-read-plan`;
}
