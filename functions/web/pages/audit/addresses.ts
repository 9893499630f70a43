/** Addresses of the pages of the audit. They hold opaque ids and nothing that says who anybody is (promise P8). */
export const auditPath = '/audit';
export const findAuditedPersonPath = '/audit/people';
export const findStaffPath = '/audit/staff';
export const unusualPath = '/audit/unusual';
export const verificationPath = '/audit/verification';
export const emergencyReviewsPath = '/audit/emergency-access';

export function auditedPersonPath(personId: string): string {
  return `/audit/people/${personId}`;
}

export function auditedStaffPath(staffId: string): string {
  return `/audit/staff/${staffId}`;
}

/** The same lines as a file. */
export function fileOf(path: string): string {
  return `${path}/file`;
}

export function emergencyReviewPath(staffId: string, accessId: string): string {
  return `/audit/emergency-access/${staffId}/${accessId}`;
}
