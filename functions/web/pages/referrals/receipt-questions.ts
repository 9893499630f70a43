/** The questions about the receipt of a referral: for a new referral, and for a receipt that has to be recorded again. */
import { tiers } from '../../../../shared/domain/policy/tier.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import type { Option, Question } from '../../../../shared/http/page/question.ts';

export const sourceOptions: readonly Option[] = [
  { value: 'gp', text: 'GP' },
  { value: 'health-visitor', text: 'Health visitor' },
  { value: 'school', text: 'School, nursery or college' },
  { value: 'paediatrician', text: 'Paediatrician' },
  { value: 'parent', text: 'Parent or carer' },
  { value: 'self', text: 'The young person' },
  { value: 'other-service', text: 'Another service' },
  { value: 'other', text: 'Somebody else' },
];

const tierHints: Readonly<Record<string, string>> = {
  urgent: 'Harm is likely if this waits',
  soon: 'Things are getting worse, or there is a date that cannot move',
};

export const tierOptions: readonly Option[] = tiers.map((tier) => {
  const hint = tierHints[tier];
  return { value: tier, text: statusLabel.tier(tier), ...(hint === undefined ? {} : { hint }) };
});

export const receiptQuestions: readonly Question[] = [
  {
    kind: 'one-of',
    name: 'source',
    label: 'Who referred?',
    missing: 'Select who referred',
    as: 'select',
    options: sourceOptions,
  },
  {
    kind: 'one-of',
    name: 'tier',
    label: 'Priority asked for',
    hint: 'As the referrer put it. A clinician may change it at triage',
    missing: 'Select the priority asked for',
    options: tierOptions,
  },
  {
    kind: 'date',
    name: 'authoredOn',
    label: 'Date on the referral',
    hint: 'The day it was written, if that is known',
    optional: true,
  },
  {
    kind: 'date',
    name: 'firstReceivedOn',
    label: 'First received elsewhere',
    hint: 'Only if another provider received it first for the same need. The family’s whole wait is counted from that day; the wait against the standard is not',
    optional: true,
  },
];

/** The facts of a receipt from its answers. */
export function receiptFacts({
  source,
  tier,
  authoredOn,
  firstReceivedOn,
}: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    source,
    tier,
    alreadyAccepted: false,
    ...(authoredOn ? { authoredOn } : {}),
    ...(firstReceivedOn ? { firstReceivedOn } : {}),
  };
}
