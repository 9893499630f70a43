/** Every page of the audit. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import {
  auditedPersonPath,
  auditedStaffPath,
  auditPath,
  emergencyReviewPath,
  emergencyReviewsPath,
  fileOf,
  findAuditedPersonPath,
  findStaffPath,
  unusualPath,
  verificationPath,
} from './addresses.ts';
import { choosePage, findAuditedPerson, findStaffPage } from './choose-page.ts';
import { emergencyListPage } from './emergency-list-page.ts';
import { emergencyReviewPage, saveEmergencyReview } from './emergency-review-page.ts';
import { auditedPersonFile, auditedPersonPage } from './person-page.ts';
import { auditedStaffFile, auditedStaffPage } from './staff-page.ts';
import { unusualPage } from './unusual-page.ts';
import { verificationPage } from './verification-page.ts';

const person = auditedPersonPath('{personId}');
const staff = auditedStaffPath('{staffId}');
const review = emergencyReviewPath('{staffId}', '{accessId}');

export const auditRoutes: readonly PageRoute[] = [
  actingPage('GET', auditPath, 'audit.read', choosePage),
  actingPage('POST', findAuditedPersonPath, 'audit.read', findAuditedPerson),
  actingPage('POST', findStaffPath, 'audit.read', findStaffPage),
  actingPage('GET', person, 'audit.read', auditedPersonPage),
  actingPage('GET', fileOf(person), 'audit.read', auditedPersonFile),
  actingPage('GET', staff, 'audit.read', auditedStaffPage),
  actingPage('GET', fileOf(staff), 'audit.read', auditedStaffFile),
  actingPage('GET', unusualPath, 'audit.read', unusualPage),
  actingPage('GET', verificationPath, 'audit.verify', verificationPage),
  actingPage('GET', emergencyReviewsPath, 'audit.read', emergencyListPage),
  actingPage('GET', review, 'audit.read', emergencyReviewPage),
  actingPage('POST', review, 'audit.review', saveEmergencyReview),
];
