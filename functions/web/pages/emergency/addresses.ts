/** Addresses of emergency access. The number that it is asked for stands in none of them (promise P8). */
export const askEmergencyPath = '/people/emergency-access';

export function emergencyPath(accessId: string): string {
  return `/people/emergency-access/${accessId}`;
}

export function openEmergencyPath(accessId: string): string {
  return `/people/emergency-access/${accessId}/open`;
}
