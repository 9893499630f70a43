/** What an alert is about: a referral in a queue, or a case that belongs to a service. */
import * as z from 'zod';
import { caseKindSchema } from '../case/case-kinds.ts';
import { serviceSchema, servicesOfCase } from '../case/case-policy.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { type Policy, queueCodeSchema } from '../policy/policy.ts';

export const alertSubjectSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('referral'), id: opaqueIdSchema, queue: queueCodeSchema }),
  z.strictObject({ of: z.literal('case'), id: opaqueIdSchema, kind: caseKindSchema, service: serviceSchema }),
]);
export type AlertSubject = Readonly<z.output<typeof alertSubjectSchema>>;

/** The services that an alert concerns: that of the queue, or those that may see the case. */
export function servicesOfSubject(subject: AlertSubject, policy: Policy): readonly string[] {
  if (subject.of === 'case') return servicesOfCase(policy, subject.kind, subject.service);
  return policy.queues.filter(({ code }) => code === subject.queue).map(({ service }) => service);
}
