/** Families who can sign in on this machine, and what each of them may see of which child. Invented people. */
import type { Basis, Relationship } from '../../../shared/domain/access/access-event.ts';
import type { ContactPreferences } from '../../../shared/domain/access/contact-preferences.ts';
import type { Part } from '../../../shared/domain/access/part.ts';
import type { PersonFlag } from '../../../shared/domain/person/person.ts';
import type { DemoAccount } from '../identity/demo-account.ts';

/** Somebody who was invited to a child's record, and what was recorded of it since. */
interface DemoGrant {
  readonly account: string;
  readonly relationship: Relationship;
  readonly basis?: Basis;
  /** Who in the local authority agreed. */
  readonly authority?: string;
  /** Kept from them by a court order. */
  readonly hidden?: readonly Part[];
  readonly revoked?: true;
  /** How they are reached, as they told staff. */
  readonly reach?: {
    readonly phone: string;
    readonly email?: string;
    readonly preferences: ContactPreferences;
  };
}

export interface DemoChild {
  readonly givenName: string;
  readonly familyName: string;
  /** Whole years, and months since the birthday. */
  readonly age: readonly [years: number, months: number];
  readonly flags: readonly PersonFlag[];
  /** Queues waited in, each with the days waited so far and whether an appointment stands. */
  readonly waits: readonly { readonly queue: string; readonly days: number; readonly bookedIn?: number }[];
  readonly careOrder?: string;
  /** Found able to decide, and agreeing to nobody but these accounts. */
  readonly consentsTo?: readonly string[];
  readonly grants: readonly DemoGrant[];
}

const account = (id: string, name: string, description: string): DemoAccount => ({
  ...{ id: `family-${id}`, name, sub: `demo-family-${id}`, description },
  isFamily: true,
});

export const demoFamilyAccounts: readonly DemoAccount[] = [
  account('sarah', 'Sarah Hughes', 'Mother of Noah, 6, and Amelia, 10: sees everything'),
  account(
    'david',
    'David Hughes',
    'Father of Noah and Amelia, lives apart: a court order keeps the plan and budget from him',
  ),
  account('ian', 'Ian Mercer', 'His access to Amelia was ended: he is told only that it has changed'),
  account('margaret', 'Margaret Doyle', 'Foster carer of Kai, 8: the local authority has agreed'),
  account('leila', 'Leila Hassan', '15, sees her own record and decides what others see'),
  account('farah', 'Farah Hassan', 'Mother of Leila'),
  account('omar', 'Omar Said', '17, waits, and moves to the team for adults at 18'),
];

export const demoChildren: readonly DemoChild[] = [
  {
    givenName: 'Noah',
    familyName: 'Hughes',
    age: [6, 3],
    flags: ['sen-support'],
    waits: [
      { queue: 'SALT', days: 131 },
      { queue: 'OT', days: 40, bookedIn: 12 },
    ],
    grants: [
      {
        account: 'family-sarah',
        relationship: 'mother',
        reach: {
          phone: '07700 900321',
          email: 'sarah.hughes@example.com',
          preferences: {
            channel: 'text',
            formats: ['large-print'],
            language: 'en',
            interpreter: null,
            notToRing: ['morning'],
          },
        },
      },
      { account: 'family-david', relationship: 'father', hidden: ['ehc', 'budget'] },
    ],
  },
  {
    givenName: 'Amelia',
    familyName: 'Hughes',
    age: [10, 4],
    flags: ['ehc-plan'],
    waits: [{ queue: 'ASD', days: 412 }],
    grants: [
      { account: 'family-sarah', relationship: 'mother' },
      { account: 'family-david', relationship: 'father', hidden: ['ehc', 'budget'] },
      {
        account: 'family-ian',
        relationship: 'other-carer',
        basis: 'delegated',
        authority: 'Duty social worker',
        revoked: true,
      },
    ],
  },
  {
    givenName: 'Kai',
    familyName: 'Bennett',
    age: [8, 1],
    flags: ['looked-after'],
    waits: [{ queue: 'OT', days: 75 }],
    careOrder: 'Liverpool City Council',
    grants: [
      {
        account: 'family-margaret',
        relationship: 'foster-carer',
        basis: 'delegated',
        authority: 'Team manager, children in care',
      },
    ],
  },
  {
    givenName: 'Leila',
    familyName: 'Hassan',
    age: [15, 7],
    flags: [],
    waits: [{ queue: 'ADHD', days: 230 }],
    consentsTo: ['family-farah'],
    grants: [
      {
        account: 'family-farah',
        relationship: 'mother',
        reach: {
          phone: '07700 900654',
          preferences: {
            channel: 'text',
            formats: ['easy-read'],
            language: 'ar',
            interpreter: 'Arabic',
            notToRing: ['evening'],
          },
        },
      },
      { account: 'family-leila', relationship: 'self', basis: 'own' },
    ],
  },
  {
    givenName: 'Omar',
    familyName: 'Said',
    age: [17, 8],
    flags: [],
    waits: [{ queue: 'ADHD', days: 610 }],
    grants: [{ account: 'family-omar', relationship: 'self', basis: 'own' }],
  },
];
