/** What a place decides about cases: which teams work each kind, and which teams see it without working it. */
import * as z from 'zod';
import { type CaseKind, caseKindSchema, caseKinds } from './case-kinds.ts';

/** A service by the slug that memberships name. */
export const serviceSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, 'A service is 2 to 31 lower-case letters, digits or hyphens');

const kindPolicySchema = z.strictObject({
  /** The services that work cases of the kind. Which of them a case belongs to, its type says. */
  services: z.array(serviceSchema).min(1).max(20),
  /** Services that see and record on every case of the kind besides, such as whoever coordinates. */
  overseers: z.array(serviceSchema).max(20),
});

export const casePolicySchema = z.strictObject({
  /** Names of the services that work cases and no queue. */
  services: z.array(z.strictObject({ code: serviceSchema, name: z.string().min(1).max(80) })).max(40),
  /** What is recommended, for a kind that is not here. */
  kinds: z.partialRecord(caseKindSchema, kindPolicySchema),
});
export type CasePolicy = Readonly<z.output<typeof casePolicySchema>>;

type KindPolicy = Readonly<z.output<typeof kindPolicySchema>>;

const recommendedKinds: Readonly<Record<CaseKind, KindPolicy>> = {
  'health-check': { services: ['learning-disability'], overseers: [] },
  budget: { services: ['personal-health-budgets'], overseers: [] },
  'care-assessment': { services: ['children-in-care-health'], overseers: ['community-paediatrics'] },
  'ehc-assessment': { services: ['ehc-coordination'], overseers: [] },
  'ehc-advice': {
    services: ['salt', 'ot', 'community-paediatrics', 'camhs', 'social-care'],
    overseers: ['ehc-coordination'],
  },
  // Each lies with the team that it is for; family liaison sees that none lies unread.
  'family-message': { services: ['family-liaison'], overseers: ['family-liaison'] },
  'health-goals': { services: ['family-liaison'], overseers: [] },
  feedback: { services: ['family-liaison'], overseers: ['family-liaison'] },
  'access-review': { services: ['family-liaison'], overseers: [] },
};

/** What every place starts from. */
export const recommendedCasePolicy: CasePolicy = {
  services: [
    { code: 'community-paediatrics', name: 'Community paediatrics' },
    { code: 'camhs', name: 'Child and adolescent mental health' },
    { code: 'social-care', name: 'Children’s social care' },
    { code: 'learning-disability', name: 'Learning disability nurses' },
    { code: 'personal-health-budgets', name: 'Personal health budgets' },
    { code: 'children-in-care-health', name: 'Health of children in care' },
    { code: 'ehc-coordination', name: 'EHC coordination' },
    { code: 'family-liaison', name: 'Family liaison' },
  ],
  kinds: recommendedKinds,
};

/** A place's policy, as far as cases go. */
interface HasCases {
  readonly cases: CasePolicy;
}

/** What a place decides about a kind. */
export function kindPolicyOf({ cases }: HasCases, kind: CaseKind): KindPolicy {
  return cases.kinds[kind] ?? recommendedKinds[kind];
}

/** The services that may see a case: the one it belongs to, and those that oversee its kind. */
export function servicesOfCase(policy: HasCases, kind: CaseKind, service: string): readonly string[] {
  return [service, ...kindPolicyOf(policy, kind).overseers];
}

/** Every service that works or oversees cases of some kind. */
export function caseServices(policy: HasCases): readonly string[] {
  const all = caseKinds.flatMap((kind) => {
    const { services, overseers } = kindPolicyOf(policy, kind);
    return [...services, ...overseers];
  });
  return [...new Set(all)];
}
