/** Every page of emergency access. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { askEmergencyPath, emergencyPath, openEmergencyPath } from './addresses.ts';
import { answerEmergency, askEmergency } from './ask-page.ts';
import { openEmergency, ownEmergency } from './own-page.ts';

export const emergencyRoutes: readonly PageRoute[] = [
  actingPage('GET', askEmergencyPath, 'access.break-glass', askEmergency),
  actingPage('POST', askEmergencyPath, 'access.break-glass', answerEmergency),
  actingPage('GET', emergencyPath('{accessId}'), 'access.break-glass', ownEmergency),
  actingPage('GET', openEmergencyPath('{accessId}'), 'access.break-glass', openEmergency),
];
