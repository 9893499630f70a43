/** Addresses of the pages of health assessments in care beside those that every kind of case has. They hold no fact about anybody. */
import { caseListPath } from '../cases/addresses.ts';

export const carePath = caseListPath('care-assessment');
export const careFiguresPath = `${carePath}/figures`;
export const notificationsPath = `${carePath}/notifications`;
export const notificationsTemplatePath = `${carePath}/empty-notifications.csv`;
