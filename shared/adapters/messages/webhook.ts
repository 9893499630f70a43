import { createHmac } from 'node:crypto';
import type { Outgoing, Sender, SendOutcome } from '../../application/ports/senders.ts';
import { epochMillisecondsOf } from '../../domain/calendar/instant.ts';
import { type OutsideAnswer, type OutsideSettings, postOutside } from './post-outside.ts';

/** `v1=` and the HMAC-SHA256, in hex, of the timestamp, a full stop and the body. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** A request to a system of a team: ids and words that say nothing of anybody, signed. Receivers know a repeat by `webhook-id`. */
export function signedWebhook(settings: OutsideSettings): Sender<'webhook'> {
  return async ({ url, secret }, what) => {
    const body = JSON.stringify({
      id: what.reference,
      type: what.type,
      place: what.place,
      text: what.text,
      url: what.url,
    });
    const timestamp = String(Math.floor(epochMillisecondsOf(what.at) / 1000));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'send-waiting-lists',
      'webhook-id': what.reference,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(secret, timestamp, body),
    };
    return outcomeOf(await postOutside(settings, url, headers, body));
  };
}

/** A post in a team's chat by a workflow's address (Teams and its like): an Adaptive Card of a line and a button. */
export function workflowPost(settings: OutsideSettings): Sender<'workflow'> {
  return async ({ url }, what) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'send-waiting-lists',
      'webhook-id': what.reference,
    };
    return outcomeOf(await postOutside(settings, url, headers, JSON.stringify(adaptiveCard(what))));
  };
}

function adaptiveCard({ subject, text, url }: Outgoing) {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', size: 'Medium', weight: 'Bolder', text: subject, wrap: true },
      { type: 'TextBlock', text, wrap: true },
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Sign in to read it', url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function outcomeOf(answer: OutsideAnswer): SendOutcome {
  if ('problem' in answer)
    return { isSent: false, problem: answer.problem, isFinal: answer.problem === 'address-refused' };
  if (answer.status >= 200 && answer.status < 300) return { isSent: true };
  // Gone means gone (RFC 9110): nobody there will ever take it.
  return { isSent: false, problem: `answered-${answer.status}`, isFinal: answer.status === 410 };
}
