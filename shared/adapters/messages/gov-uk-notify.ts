/**
 * Texts and letters through GOV.UK Notify's REST API. Before a repeat it is asked whether it has the reference already, so
 * that an attempt whose answer was lost is not made twice.
 */
import { SignJWT } from 'jose';
import * as z from 'zod';
import type { Outgoing, Sender, SendOutcome } from '../../application/ports/senders.ts';

/** The key of a service at GOV.UK Notify, in its two parts: the issuer of tokens, and what they are signed with. */
export const notifyKeySchema = z.object({ serviceId: z.string().min(1), secret: z.string().min(1) });
export type NotifyKey = z.output<typeof notifyKeySchema>;

export interface NotifySettings {
  readonly url: string;
  /** Asked with each call: read once, and anew after a failure. */
  readonly key: () => Promise<NotifyKey>;
  /** Ids of the templates, whose words are kept at GOV.UK Notify: with `((text))` and `((url))` in them. Null where it is not used. */
  readonly templates: {
    readonly text: string | null;
    readonly letter: string | null;
    /** The letter for families who asked for large print. */
    readonly largePrint: string | null;
  };
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970; the machine's own clock without it: tokens hold for half a minute. */
  readonly clock?: () => number;
}

/** How long an answer is waited for. */
const ANSWER_MILLISECONDS = 8_000;

const foundSchema = z.object({ notifications: z.array(z.object({ reference: z.string().nullable().optional() })) });

/** A reference as Notify and its callbacks know it: the place, and the message in it. */
export function notifyReference({ place, reference }: Pick<Outgoing, 'place' | 'reference'>): string {
  return `${place}/${reference}`;
}

export function textByNotify(settings: NotifySettings): Sender<'text'> {
  return (to, what) =>
    sendOnce(settings, what, 'sms', settings.templates.text, {
      phone_number: to,
      personalisation: { text: what.text, url: what.url },
    });
}

export function letterByNotify(settings: NotifySettings): Sender<'letter'> {
  return (lines, what) =>
    sendOnce(settings, what, 'letter', settings.templates[what.family?.largePrint ? 'largePrint' : 'letter'], {
      personalisation: {
        ...Object.fromEntries(lines.map((line, index) => [`address_line_${index + 1}`, line])),
        text: what.text,
        url: what.url,
      },
    });
}

async function sendOnce(
  settings: NotifySettings,
  what: Outgoing,
  kind: 'sms' | 'letter',
  template: string | null,
  body: Readonly<Record<string, unknown>>,
): Promise<SendOutcome> {
  if (template === null) return { isSent: false, problem: 'notify-not-set-up', isFinal: true };
  const reference = notifyReference(what);
  if (what.isRepeat) {
    const known = await isKnown(settings, reference);
    if (known !== false) return known === true ? { isSent: true } : known;
  }
  const answer = await call(settings, 'POST', `/v2/notifications/${kind}`, {
    template_id: template,
    ...body,
    reference,
  });
  return 'outcome' in answer ? answer.outcome : outcomeOf(answer.status);
}

/** Whether Notify has a reference; an outcome when it cannot say. */
async function isKnown(settings: NotifySettings, reference: string): Promise<boolean | SendOutcome> {
  const answer = await call(settings, 'GET', `/v2/notifications?reference=${encodeURIComponent(reference)}`);
  if ('outcome' in answer) return answer.outcome;
  if (answer.status !== 200) return outcomeOf(answer.status);
  const found = foundSchema.safeParse(answer.body);
  if (!found.success) return { isSent: false, problem: 'notify-unavailable', isFinal: false };
  return found.data.notifications.some((one) => one.reference === reference);
}

function outcomeOf(status: number): SendOutcome {
  if (status === 201 || status === 200) return { isSent: true };
  if (status === 429) return { isSent: false, problem: 'notify-busy', isFinal: false };
  // A key that is not accepted is put right by an operator; the message waits for it.
  if (status === 401 || status === 403) return { isSent: false, problem: 'notify-not-authorised', isFinal: false };
  if (status >= 400 && status < 500) return { isSent: false, problem: 'notify-refused', isFinal: true };
  return { isSent: false, problem: 'notify-unavailable', isFinal: false };
}

async function call(
  { url, key, fetch: send = fetch, clock }: NotifySettings,
  method: 'GET' | 'POST',
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<{ readonly status: number; readonly body: unknown } | { readonly outcome: SendOutcome }> {
  try {
    const token = await tokenOf(await key(), clock);
    const answer = await send(new URL(path, url), {
      method,
      redirect: 'error',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  } catch {
    return { outcome: { isSent: false, problem: 'notify-unavailable', isFinal: false } };
  }
}

function tokenOf({ serviceId, secret }: NotifyKey, clock: NotifySettings['clock']): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(serviceId)
    .setIssuedAt(clock && Math.floor(clock() / 1000))
    .sign(new TextEncoder().encode(secret));
}
