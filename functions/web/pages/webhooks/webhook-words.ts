/** The words for webhooks and what happened to them. */
import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import type { SystemChannel } from '../../../../shared/domain/message/channel.ts';
import type { MessageAbout } from '../../../../shared/domain/message/message.ts';
import type { Webhook, WebhookEvent } from '../../../../shared/domain/message/webhook.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import type { WebhookStanding } from '../../../../shared/http/html/components/status.ts';

export const channelNames: Readonly<Record<SystemChannel, string>> = {
  webhook: 'Signed request to a system',
  workflow: 'Post in a team’s chat',
};

export const eventNames: Readonly<Record<WebhookEvent['kind'], string>> = {
  created: 'Added',
  tested: 'Test sent',
  'switched-off': 'Switched off',
  'switched-on': 'Switched on',
  'given-up': 'Switched off by the service, after too many failures',
  'secret-changed': 'Secret changed',
  replayed: 'Sent again what could not be sent',
};

export const aboutNames: Readonly<Record<MessageAbout['kind'], string>> = {
  alert: 'Alert',
  bundle: 'Several alerts',
  test: 'Test',
  family: 'To a family',
};

const problems: Readonly<Record<string, string>> = {
  'not-reached': 'Nobody answered at the address',
  'timed-out': 'No answer came in time',
  'address-refused': 'The address does not lead to a public one',
  'webhook-off': 'The webhook was off',
  'no-address': 'There is no address to send to',
  'email-refused': 'The e-mail was refused',
  'email-unavailable': 'E-mails could not be sent',
  'email-unheard': 'Nobody has heard yet whether the e-mail was taken',
  'email-bounced': 'The e-mail came back: nobody has that address',
  'email-rejected': 'The e-mail was taken and then rejected',
  'notify-refused': 'GOV.UK Notify refused it',
  'notify-not-set-up': 'Texts are not set up',
  'notify-not-authorised': 'GOV.UK Notify does not accept our key',
  'notify-busy': 'GOV.UK Notify is busy',
  'notify-permanent-failure': 'There is no such number',
  'notify-temporary-failure': 'The phone could not be reached for days',
  'notify-technical-failure': 'GOV.UK Notify could not deliver it',
  'notify-unavailable': 'GOV.UK Notify could not be reached',
};

export function problemWords(problem: string | null): string {
  if (problem === null) return '';
  const status = /^answered-(\d+)$/.exec(problem)?.[1];
  return problems[problem] ?? (status === undefined ? 'It did not work' : `The other side answered with ${status}`);
}

export function teamWords(policy: Policy, team: string | null): string {
  return team === null ? 'Every team' : (teamsOf(policy).find(({ code }) => code === team)?.name ?? team);
}

export function standingOfWebhook({ isOn, failures }: Webhook): WebhookStanding {
  if (!isOn) return 'off';
  return failures > 0 ? 'failing' : 'on';
}
