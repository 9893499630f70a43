/** What is stored may not change its shape by accident: a change needs a new schema version and an upcast from the old. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { packedAlertedSchema } from '../../shared/adapters/dynamodb/alerted-codec.ts';
import { archivedEventShape, storedArchivedEventSchema } from '../../shared/adapters/dynamodb/archived-events.ts';
import { storedHeadPartSchema, storedHeadSchema } from '../../shared/adapters/dynamodb/audit-heads.ts';
import {
  storedNameSchema,
  storedPointerSchema,
  storedViewSchema,
  storedWrittenSchema,
} from '../../shared/adapters/dynamodb/audit-trail.ts';
import { breakGlassShape, storedBreakGlassSchema } from '../../shared/adapters/dynamodb/break-glasses.ts';
import { calendarShape, storedCalendarSchema } from '../../shared/adapters/dynamodb/calendar-links.ts';
import { mappingShape, storedMappingSchema } from '../../shared/adapters/dynamodb/column-mappings.ts';
import {
  codeShape,
  contactShape,
  storedCodeSchema,
  storedContactSchema,
} from '../../shared/adapters/dynamodb/contact-details.ts';
import { familyAccessShape, storedFamilyAccessSchema } from '../../shared/adapters/dynamodb/family-accesses.ts';
import {
  childLinkShape,
  familyAccountShape,
  storedChildLinkSchema,
  storedFamilyAccountSchema,
} from '../../shared/adapters/dynamodb/family-accounts.ts';
import { storedFindingSchema, storedImportSchema } from '../../shared/adapters/dynamodb/imports.ts';
import {
  invitationShape,
  linkTriesShape,
  storedInvitationSchema,
  storedLinkTriesSchema,
} from '../../shared/adapters/dynamodb/invitations.ts';
import { messageShape, storedMessageSchema } from '../../shared/adapters/dynamodb/messages.ts';
import { claimShape, storedClaimSchema } from '../../shared/adapters/dynamodb/person-numbers.ts';
import { policyShape, storedPolicySchema } from '../../shared/adapters/dynamodb/policies.ts';
import { storedPreferencesSchema } from '../../shared/adapters/dynamodb/preferences.ts';
import { storedReviewSchema } from '../../shared/adapters/dynamodb/reviews.ts';
import { packedRowSchema } from '../../shared/adapters/dynamodb/row-codec.ts';
import { storedRunSchema } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { sessionShape, storedSessionSchema } from '../../shared/adapters/dynamodb/sessions.ts';
import { staffShape, storedStaffSchema } from '../../shared/adapters/dynamodb/staff-directory.ts';
import { alertShape, storedAlertSchema } from '../../shared/adapters/dynamodb/stored-alert.ts';
import { storedBatchSchema } from '../../shared/adapters/dynamodb/stored-batch.ts';
import {
  copyShape,
  packShape,
  rebasesShape,
  riskShape,
  storedCopySchema,
  storedPackSchema,
  storedRebasesSchema,
  storedRiskSchema,
} from '../../shared/adapters/dynamodb/stored-board.ts';
import { storedCaseSchema } from '../../shared/adapters/dynamodb/stored-case.ts';
import {
  storedAnswersSchema,
  storedHelpSchema,
  storedMeetingSchema,
  storedNoticeSchema,
  storedQuestionnaireSchema,
  storedRegisterSchema,
  storedSeekerSchema,
} from '../../shared/adapters/dynamodb/stored-community.ts';
import {
  censusShape,
  dutiesShape,
  factsShape,
  monthShape,
  overviewShape,
  pointShape,
  returnsShape,
  storedCensusSchema,
  storedDutiesSchema,
  storedFactsSchema,
  storedMonthSchema,
  storedOverviewSchema,
  storedPointSchema,
  storedReturnsSchema,
} from '../../shared/adapters/dynamodb/stored-figures.ts';
import { readItem, UnreadableItem } from '../../shared/adapters/dynamodb/stored-item.ts';
import { personShape, storedPersonSchema } from '../../shared/adapters/dynamodb/stored-person.ts';
import {
  keptReferralOf,
  referralItem,
  referralShape,
  storedReferralSchema,
} from '../../shared/adapters/dynamodb/stored-referral.ts';
import { storedUnusualHourSchema } from '../../shared/adapters/dynamodb/unusual-hours.ts';
import { storedPlannedSchema } from '../../shared/adapters/dynamodb/watch-list.ts';
import { storedWebhookSchema } from '../../shared/adapters/dynamodb/webhooks.ts';
import { alertSchema, alertStates } from '../../shared/domain/alert/alert.ts';
import { deadlineKinds } from '../../shared/domain/alert/deadline-kinds.ts';
import { alertSeverities } from '../../shared/domain/alert/severity.ts';
import { signedDocumentSchema } from '../../shared/domain/board/pack-document.ts';
import { budgetCheckpoints } from '../../shared/domain/budget/checkpoint.ts';
import { caseSchema } from '../../shared/domain/case/case.ts';
import { caseKinds } from '../../shared/domain/case/case-kinds.ts';
import { waitingOns } from '../../shared/domain/case/case-type.ts';
import { caseTypes } from '../../shared/domain/case/case-types.ts';
import { keptFactsSchema } from '../../shared/domain/case/generic-facts.ts';
import { importFields } from '../../shared/domain/import/columns.ts';
import { reviewReasons, rowOutcomes } from '../../shared/domain/import/plan-row.ts';
import { rowFlags } from '../../shared/domain/import/row.ts';
import { rowErrorCodes } from '../../shared/domain/import/row-error.ts';
import { ethnicCategories, personFlags } from '../../shared/domain/person/person.ts';
import { tiers } from '../../shared/domain/policy/tier.ts';
import { dutyKinds } from '../../shared/domain/referral/duties.ts';
import { referralSchema } from '../../shared/domain/referral/referral.ts';
import { referralStages } from '../../shared/domain/referral/state.ts';
import { sampleMonth, sampleQueue } from '../unit/indicator/sample-figures.ts';
import { samplePerson, sampleReferral } from './samples.ts';

/**
 * A schema as text, descriptions and examples left out: they store nothing. Nor do the names in lists that grow with each
 * duty: what was stored of them stays readable as long as they grow at their ends, which is held below.
 */
function shapeOf(schema: z.ZodType): string {
  const plain = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.stringify(plain, (key, value: unknown) => {
    if (['description', 'examples', '$schema'].includes(key)) return undefined;
    if (key === 'enum' && String(value) === String(deadlineKinds)) return 'kinds of deadline';
    return key === 'enum' && String(value) === String(caseKinds) ? 'kinds of case' : value;
  });
}

const shapes: Readonly<Record<string, readonly [version: number, ...parts: string[]]>> = {
  person: [personShape.schema, shapeOf(storedPersonSchema)],
  referral: [referralShape.schema, shapeOf(storedReferralSchema), shapeOf(referralSchema)],
  // The codes of a packed row are places in these lists.
  row: [
    referralShape.schema,
    shapeOf(packedRowSchema),
    [referralStages, tiers, dutyKinds, personFlags, ethnicCategories].join(),
  ],
  claim: [claimShape.schema, shapeOf(storedClaimSchema)],
  policy: [policyShape.schema, shapeOf(storedPolicySchema)],
  staff: [staffShape.schema, shapeOf(storedStaffSchema)],
  session: [sessionShape.schema, shapeOf(storedSessionSchema)],
  view: [1, shapeOf(storedViewSchema)],
  pointer: [1, shapeOf(storedPointerSchema)],
  written: [1, shapeOf(storedWrittenSchema)],
  name: [1, shapeOf(storedNameSchema)],
  head: [1, shapeOf(storedHeadSchema), shapeOf(storedHeadPartSchema)],
  'unusual-hour': [1, shapeOf(storedUnusualHourSchema)],
  import: [1, shapeOf(storedImportSchema)],
  // The codes of a packed result are places in these lists.
  batch: [1, shapeOf(storedBatchSchema), [rowOutcomes, rowErrorCodes, reviewReasons, importFields, rowFlags].join()],
  finding: [1, shapeOf(storedFindingSchema)],
  'column-mapping': [mappingShape.schema, shapeOf(storedMappingSchema)],
  review: [2, shapeOf(storedReviewSchema)],
  'break-glass': [breakGlassShape.schema, shapeOf(storedBreakGlassSchema)],
  // The codes of how far alerts have come, and of an alert's row, are places in these lists.
  alerted: [referralShape.schema, shapeOf(packedAlertedSchema)],
  alert: [alertShape.schema, shapeOf(storedAlertSchema), shapeOf(alertSchema), [alertSeverities, alertStates].join()],
  // The codes of a packed row are places in these lists. The facts of each kind have a shape of their own.
  case: [3, shapeOf(storedCaseSchema), shapeOf(caseSchema), [waitingOns, personFlags].join()],
  'archived-event': [archivedEventShape.schema, shapeOf(storedArchivedEventSchema)],
  'budget-checkpoint': [1, shapeOf(budgetCheckpoints.schema)],
  'case-generic-facts': [1, shapeOf(keptFactsSchema(z.never()))],
  ...Object.fromEntries([...caseTypes].map(([kind, { facts }]) => [`case-${kind}`, [1, shapeOf(facts)] as const])),
  'family-access': [familyAccessShape.schema, shapeOf(storedFamilyAccessSchema)],
  'family-account': [familyAccountShape.schema, shapeOf(storedFamilyAccountSchema)],
  'child-link': [childLinkShape.schema, shapeOf(storedChildLinkSchema)],
  invitation: [invitationShape.schema, shapeOf(storedInvitationSchema)],
  contact: [contactShape.schema, shapeOf(storedContactSchema)],
  'one-time-code': [codeShape.schema, shapeOf(storedCodeSchema)],
  calendar: [calendarShape.schema, shapeOf(storedCalendarSchema)],
  'link-tries': [linkTriesShape.schema, shapeOf(storedLinkTriesSchema)],
  planned: [1, shapeOf(storedPlannedSchema)],
  'place-facts': [factsShape.schema, shapeOf(storedFactsSchema)],
  overview: [overviewShape.schema, shapeOf(storedOverviewSchema)],
  census: [censusShape.schema, shapeOf(storedCensusSchema)],
  month: [monthShape.schema, shapeOf(storedMonthSchema)],
  point: [pointShape.schema, shapeOf(storedPointSchema)],
  duties: [dutiesShape.schema, shapeOf(storedDutiesSchema)],
  pack: [packShape.schema, shapeOf(storedPackSchema)],
  // What is in the text of a copy is parsed when it is shown: it may only grow by what old copies can do without.
  copy: [copyShape.schema, shapeOf(storedCopySchema), shapeOf(signedDocumentSchema)],
  returns: [returnsShape.schema, shapeOf(storedReturnsSchema)],
  rebases: [rebasesShape.schema, shapeOf(storedRebasesSchema)],
  risk: [riskShape.schema, shapeOf(storedRiskSchema)],
  help: [1, shapeOf(storedHelpSchema)],
  notice: [1, shapeOf(storedNoticeSchema)],
  meeting: [1, shapeOf(storedMeetingSchema)],
  register: [2, shapeOf(storedRegisterSchema)],
  seeker: [1, shapeOf(storedSeekerSchema)],
  questionnaire: [1, shapeOf(storedQuestionnaireSchema)],
  answers: [1, shapeOf(storedAnswersSchema)],
  run: [1, shapeOf(storedRunSchema)],
  message: [messageShape.schema, shapeOf(storedMessageSchema)],
  webhook: [1, shapeOf(storedWebhookSchema)],
  preferences: [1, shapeOf(storedPreferencesSchema)],
};

/**
 * The shapes as last agreed. When one differs: if items of the old shape can be stored anywhere, raise its schema version
 * and add an upcast; then write down the new pair.
 */
const agreed: Readonly<Record<string, string>> = {
  person: '2 W7iWCKm4TJ0r',
  referral: '1 bq8gjFi7GfbZ',
  row: '1 SSUcroZlCuzc',
  claim: '1 wb7omnodJXxC',
  staff: '1 hLcR6cIJdzH-',
  policy: '1 lQn1_hhYtxJG',
  session: '1 mIOH3bQbtSjV',
  view: '1 3BX21-hLI7fA',
  pointer: '1 Tr6NehA-NVIw',
  written: '1 z8rCcnwkK6cx',
  import: '1 9aLpHs7nV770',
  batch: '1 ocjbTAVZeQj1',
  finding: '1 f6H1yCiFt65G',
  'column-mapping': '1 jPrWVn5kQMf-',
  review: '2 o6c5WB5w3_cI',
  name: '1 FwfgiCx8T6nl',
  head: '1 azsgYGlU6AYA',
  'unusual-hour': '1 -Hw6zzcwuCHC',
  'break-glass': '1 z8HlTNj4undg',
  alerted: '1 _rlR8nWbPz5T',
  alert: '2 u0y1ggauAr0K',
  case: '3 wrWKIwtR-g4a',
  'budget-checkpoint': '1 ehoXIChzOws5',
  'archived-event': '1 9xrJFjs4AxgO',
  'case-generic-facts': '1 cvcmMDW7KKV_',
  'case-health-check': '1 kj-fCk2IlS7Q',
  'case-family-message': '1 RZbXZGfLtG6h',
  'case-health-goals': '1 fAUwgCfJJ2WH',
  'case-feedback': '1 gMnwwR0NF7wo',
  'case-access-review': '1 jCFu2HPWkFOo',
  'case-care-assessment': '1 yPDy6E699Yzt',
  'case-budget': '1 qyzegnVYlGbl',
  'case-ehc-assessment': '1 2UEkV3p--Z65',
  'case-ehc-advice': '1 2SJ5u28IaQot',
  'family-account': '3 clnk3g0cVoQs',
  'family-access': '3 Pm0lT_L9fqmL',
  'child-link': '1 z-9Wu6N-ysj3',
  invitation: '1 z0SZf6eIEFxT',
  contact: '1 boNDygVxa9_L',
  'one-time-code': '1 Blwz6DnzCslG',
  calendar: '1 hHJZAxPPBgaX',
  'link-tries': '1 BTtIeQQbOchL',
  planned: '1 _Q4zILWGXtCD',
  run: '1 3dcHdgXNj_f3',
  overview: '1 qGGDuWcmIrb4',
  census: '1 -IZAzTAttVE5',
  month: '2 F97FzEUsJED6',
  point: '1 9KR8isLODyfY',
  'place-facts': '1 PwxhOiVP5p1S',
  duties: '1 YV9aFRU5-hil',
  pack: '1 FV6QGry4kopQ',
  copy: '1 ottgKPGbnSTr',
  returns: '1 48pKFflris6j',
  rebases: '1 EWTxR1aE0aWs',
  risk: '1 8GQnOMi5L6Pp',
  help: '1 wksLWGD0TKPw',
  notice: '1 puGfYDoamF8L',
  meeting: '1 lUop6-O3wtlb',
  register: '2 sOcwoAj76UXQ',
  seeker: '1 JSllVQb4gipS',
  questionnaire: '1 c49GWPTqywiM',
  answers: '1 FCxEQ1mJtCku',
  message: '2 qy8zZN0OHeuN',
  webhook: '1 tObIwycqFe_3',
  preferences: '1 v8gI_ZgCat-b',
};

describe('stored shapes', () => {
  it.each(Object.keys(shapes))('of a %s change only with a new schema version', (name) => {
    const [version, ...parts] = shapes[name] ?? [0];
    expect(`${version} ${sha256(parts.join('\n')).slice(0, 12)}`).toBe(agreed[name]);
  });

  it.each([
    [
      'kinds of deadline',
      deadlineKinds,
      'waiting-standard long-wait information-answer triage acknowledge contact-after-missed review-missed agree-new-date family-contact tell-outcome plan-transition escalate-transition care-assessment care-review health-check ehc-advice ehc-decision ehc-no-plan-notice ehc-final-plan ehc-review ehc-review-circulate ehc-review-report ehc-review-notice ehc-amended-plan ehc-phase-transfer budget-review budget-consent budget-recovery budget-reconsideration',
    ],
    ['kinds of case', caseKinds, 'health-check budget care-assessment ehc-assessment ehc-advice'],
  ])('name %s by their places, so that these only grow at their end', (_name, kinds: readonly string[], known) => {
    const places = known.split(' ');
    expect(kinds.slice(0, places.length)).toEqual(places);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('of another version, or with a value that cannot be, are an error with the key, and none of the values', () => {
    const person = samplePerson('liverpool');
    const { referral, entry } = sampleReferral(person, '2026-08-03');
    const item = referralItem(referral, entry);
    expect(keptReferralOf(item)).toEqual({ referral, entry });
    for (const wrong of [
      { ...item, schema: 2 },
      { ...item, schema: 0 },
      { ...item, row: ['O’Brien'] },
      { ...item, queue: 'not a queue' },
      { ...item, lp: 'elsewhere' },
      { ...item, surprise: true },
      { ...item, events: [{ ...item.events[0], on: '2026-02-30' }] },
    ]) {
      const read = () => keptReferralOf(wrong);
      expect(read).toThrow(UnreadableItem);
      expect(read).toThrow(`${item.pk} ${item.sk}`);
      expect(read).not.toThrow('O’Brien');
    }
  });

  it('of a month counted before first contacts were say nothing of them', () => {
    const { firstContacts: _first, followUpsPerFirst: _share, ...month } = sampleMonth();
    const old = { pk: 'p', sk: 's', schema: 1, figures: sampleQueue(), month };
    const read = readItem(monthShape, old);
    expect(read.month).toEqual({ ...month, firstContacts: null, followUpsPerFirst: null });
  });

  it('of an older version are brought up to date one version at a time', () => {
    const stored = z.strictObject({ pk: z.string(), sk: z.string(), schema: z.int(), whole: z.string() });
    const shape = {
      name: 'example',
      schema: 3,
      stored,
      upcasts: {
        1: (old: Readonly<Record<string, unknown>>) => ({
          pk: old['pk'],
          sk: old['sk'],
          schema: 2,
          first: old['a'],
          last: old['b'],
        }),
        2: (old: Readonly<Record<string, unknown>>) => ({
          pk: old['pk'],
          sk: old['sk'],
          schema: 3,
          whole: `${old['first']} ${old['last']}`,
        }),
      },
    };
    expect(readItem(shape, { pk: 'p', sk: 's', schema: 1, a: 'x', b: 'y' }).whole).toBe('x y');
    expect(readItem(shape, { pk: 'p', sk: 's', schema: 2, first: 'x', last: 'y' }).whole).toBe('x y');
    expect(() => readItem({ ...shape, upcasts: {} }, { pk: 'p', sk: 's', schema: 1, a: 'x' })).toThrow(UnreadableItem);
  });
});
