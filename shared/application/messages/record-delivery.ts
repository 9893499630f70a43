/** What GOV.UK Notify says later of a text or letter that it took: whether it arrived. */
import * as z from 'zod';
import type { Instant } from '../../domain/calendar/instant.ts';
import { forbidden, invalid } from '../../domain/error.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { undeliveredMessage } from '../../domain/message/message.ts';
import { placeIdSchema } from '../../domain/policy/place-id.ts';
import type { Deps } from '../deps.ts';

/** What is needed of a callback; to whom it went is let be. */
const callbackSchema = z.object({ reference: z.string().max(200).nullish(), status: z.string().max(60) });

/** Statuses after which nothing arrives any more. */
const UNDELIVERED: ReadonlySet<string> = new Set([
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
  'cancelled',
  'validation-failed',
]);

/** The bearer token of callbacks: it follows from the service's key, and is entered at GOV.UK Notify by an operator. */
export function callbackToken({ ids }: Pick<Deps, 'ids'>): string {
  return ['1', '2'].map((part) => ids.derived('notify-callback', part)).join('');
}

/**
 * Marks a message that did not arrive, so that operators see it. Told twice, it changes nothing; of a message that is not ours, nothing is
 * said.
 * @throws `forbidden` `callback-token`; `invalid` `callback`.
 */
export async function recordDelivery(
  deps: Pick<Deps, 'messages' | 'ids' | 'hash'>,
  { token, body, now }: { readonly token: string; readonly body: unknown; readonly now: Instant },
): Promise<void> {
  // Compared by hash, so that how long it takes tells nothing of the token.
  if (deps.hash(token) !== deps.hash(callbackToken(deps)))
    throw forbidden('callback-token', 'This token is not accepted');
  const said = callbackSchema.safeParse(body);
  if (!said.success) throw invalid('callback', 'This is not what GOV.UK Notify says of a message');
  const { reference, status } = said.data;
  if (!UNDELIVERED.has(status)) return;
  const [place, id] = (reference ?? '').split('/');
  if (!placeIdSchema.safeParse(place).success || !opaqueIdSchema.safeParse(id).success) return;
  const message = await deps.messages.get(place ?? '', id ?? '');
  // Somebody who marks it at the same moment has said more of it than this would.
  if (message?.state === 'sent') await deps.messages.save(undeliveredMessage(message, `notify-${status}`, now));
}
