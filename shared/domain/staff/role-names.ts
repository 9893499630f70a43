import type { Role } from './staff.ts';

/** What each role is called wherever a person reads it. */
export const roleNames: Readonly<Record<Role, string>> = {
  clinician: 'Clinician',
  administrator: 'Administrator',
  'data-manager': 'Data manager',
  commissioner: 'Commissioner',
  'performance-lead': 'Performance lead',
  'board-chair': 'Board chair',
  'content-editor': 'Content editor',
  'audit-officer': 'Audit officer',
  operator: 'Operator',
  'council-system': 'Council’s case system',
  family: 'Family',
};
