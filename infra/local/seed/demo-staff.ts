/** Who can sign in on this machine, and what each may do where. Invented people; the machine client stands for a script. */
import type { Membership } from '../../../shared/domain/staff/staff.ts';
import type { DemoAccount } from '../identity/demo-account.ts';

export interface DemoStaff extends DemoAccount {
  readonly memberships: readonly Membership[];
}

const liverpoolServices = ['salt', 'ot', 'asd', 'adhd'];
const cheshireServices = ['salt', 'ot', 'physio', 'asd', 'adhd'];

export const demoStaff: readonly DemoStaff[] = [
  staff('priya', 'Priya Nair', 'Speech and language therapist, Liverpool', [['liverpool', 'clinician', ['salt']]]),
  staff('helen', 'Helen Marsh', 'Consultant paediatrician, autism and ADHD, Liverpool', [
    ['liverpool', 'clinician', ['asd', 'adhd']],
  ]),
  staff('sam', 'Sam Whitfield', 'Administrator of all waiting lists, Liverpool', [
    ['liverpool', 'administrator', liverpoolServices],
  ]),
  staff('joy', 'Joy Eze', 'Occupational therapist in both places', [
    ['liverpool', 'clinician', ['ot']],
    ['cheshire-east', 'clinician', ['ot', 'physio']],
  ]),
  staff('nell', 'Nell Carter', 'Learning disability nurse, Liverpool: annual health checks', [
    ['liverpool', 'clinician', ['learning-disability']],
  ]),
  staff('dana', 'Dana Okafor', 'Data manager, Liverpool: imports and reviews', [
    ['liverpool', 'data-manager', liverpoolServices],
  ]),
  staff('bola', 'Bola Akande', 'Personal health budgets, Liverpool', [
    ['liverpool', 'administrator', ['personal-health-budgets']],
  ]),
  staff('chloe', 'Chloe Lloyd', 'Administrator, Cheshire East', [['cheshire-east', 'administrator', cheshireServices]]),
  staff('ruth', 'Ruth Adler', 'Nurse for children in care, Liverpool', [
    ['liverpool', 'clinician', ['children-in-care-health', 'community-paediatrics']],
  ]),
  staff('elena', 'Elena Petrova', 'Administrator of personal health budgets, Liverpool', [
    ['liverpool', 'administrator', ['personal-health-budgets']],
  ]),
  staff('marcus', 'Marcus Bell', 'Commissioner, Liverpool: no records of people', [['liverpool', 'commissioner', []]]),
  staff('grace', 'Grace Mensah', 'Performance lead, Liverpool: the board pack, risks and charts', [
    ['liverpool', 'performance-lead', []],
  ]),
  staff('tom', 'Tom Hargreaves', 'Chair of the SEND Partnership Board, Liverpool: signs the board pack', [
    ['liverpool', 'board-chair', []],
  ]),
  staff('rosa', 'Rosa Quinn', 'Content editor, Liverpool: help, notices, events and questions for families', [
    ['liverpool', 'content-editor', []],
  ]),
  staff('amina', 'Amina Yusuf', 'Audit officer, Liverpool: who saw and changed what', [
    ['liverpool', 'audit-officer', []],
  ]),
  staff('nadia', 'Nadia Haddad', 'EHC coordinator, Liverpool: assessments, advice and plans', [
    ['liverpool', 'administrator', ['ehc-coordination']],
  ]),
  staff('gwen', 'Gwen Price', 'Social worker, Liverpool: advice for EHC assessments', [
    ['liverpool', 'clinician', ['social-care']],
  ]),
  staff('leah', 'Leah Brennan', 'Family liaison, Liverpool: what families write, reviews of their access', [
    ['liverpool', 'administrator', ['family-liaison']],
  ]),
  staff('olu', 'Olu Adeyemi', 'Operator, Liverpool: the place’s policy', [['liverpool', 'operator', []]]),
];

/** What the machine client may do: import and work as a data manager of Liverpool does. */
export const machineMemberships: readonly Membership[] = [
  { place: 'liverpool', role: 'data-manager', services: liverpoolServices },
];

/** The council's case system asks for EHC assessments, and sees those that it asked for. */
export const councilMemberships: readonly Membership[] = [{ place: 'liverpool', role: 'council-system', services: [] }];

function staff(
  id: string,
  name: string,
  description: string,
  memberships: readonly [string, Membership['role'], string[]][],
): DemoStaff {
  return {
    id,
    sub: `demo-${id}`,
    name,
    description,
    memberships: memberships.map(([place, role, services]) => ({ place, role, services })),
  };
}
