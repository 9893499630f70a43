/**
 * Decides who is told of what happened to an alert, and keeps one message for each of them and each of their channels. It
 * sends nothing. Whoever decides again, on a repeat or after a crash, finds each message kept.
 */
import * as z from 'zod';
import { alertSeverities } from '../../domain/alert/severity.ts';
import { teamsOf } from '../../domain/alert/teams.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { messageIdOf, newMessage, type ToldEvent, toldEvents } from '../../domain/message/message.ts';
import { type Audience, deliveriesOf } from '../../domain/message/recipients.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { Hash } from '../ports/hash.ts';
import type { Messages } from '../ports/messages.ts';
import type { Policies } from '../ports/policies.ts';
import type { PreferencesKept } from '../ports/preferences.ts';
import type { StaffDirectory } from '../ports/staff-directory.ts';
import type { Webhooks } from '../ports/webhooks.ts';

export interface PlanningDeps {
  readonly policies: Pick<Policies, 'current'>;
  readonly staff: Pick<StaffDirectory, 'ofPlace'>;
  readonly preferences: Pick<PreferencesKept, 'many'>;
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly messages: Pick<Messages, 'create'>;
  readonly hash: Hash;
}

const TYPE = /^alert\.(.+)\.v1$/;

/** What is needed of an event about an alert. Events grow: what else they say is let be. */
const alertEventSchema = z.object({
  id: opaqueIdSchema,
  type: z.string().regex(TYPE),
  data: z.object({
    place: z.string().min(1),
    alertId: opaqueIdSchema,
    severity: z.enum(alertSeverities),
    team: z.string().min(1),
    escalatedTo: z.string().min(1).optional(),
  }),
});

const typeSchema = z.object({ type: z.string() });

/** Whether an event is for {@link planMessages}: of anything whose type cannot be read as well, so that it is not passed over. */
export function isOfAlert(published: unknown): boolean {
  const read = typeSchema.safeParse(published);
  return !read.success || TYPE.test(read.data.type);
}

/** @returns how many messages are new. @throws ZodError for what is no event of an alert. */
export async function planMessages(deps: PlanningDeps, published: unknown, now: Instant): Promise<number> {
  const { id: eventId, type, data } = alertEventSchema.parse(published);
  const event = TYPE.exec(type)?.[1];
  if (!isTold(event)) return 0;
  const { place, alertId, severity, team: owner, escalatedTo } = data;
  const policy = await placePolicy(deps.policies, place);
  const audience = await audienceOf(deps, policy, event === 'escalated' ? (escalatedTo ?? owner) : owner);
  if (audience === undefined) return 0;
  let created = 0;
  for (const { to, channel, at } of deliveriesOf(audience, severity, now)) {
    const id = messageIdOf([alertId, eventId, to, channel], deps.hash);
    const about = { kind: 'alert', alertId, event, severity } as const;
    if (await deps.messages.create(newMessage({ id, place, to, channel, about, createdAt: now }, at))) created += 1;
  }
  return created;
}

/** Everybody of a team with how they want to be told; undefined when the place has no such team any more. */
export async function audienceOf(
  deps: Pick<PlanningDeps, 'staff' | 'preferences' | 'webhooks'>,
  policy: Policy,
  code: string,
): Promise<Audience | undefined> {
  const team = teamsOf(policy).find((one) => one.code === code);
  if (team === undefined) return undefined;
  const place = policy.place.id;
  const [staff, webhooks] = await Promise.all([deps.staff.ofPlace(place), deps.webhooks.list(place)]);
  const chosen = await deps.preferences.many(staff.map(({ id }) => id));
  return { place, team, staff, webhooks, preferences: new Map(chosen.map((one) => [one.staffId, one])) };
}

function isTold(event: string | undefined): event is ToldEvent {
  return toldEvents.some((one) => one === event);
}
