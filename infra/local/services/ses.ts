import * as z from 'zod';
import type { Outbox } from '../outbox/outbox.ts';
import type { Queues } from '../queues/queues.ts';
import type { LocalConfigurationSet } from '../template/email-topics.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/surroundings.ts';
import { type ServiceOperation, serviceFailure } from './service-call.ts';

const part = z.object({ Data: z.string() });

const inputSchema = z.object({
  FromEmailAddress: z.string().min(1),
  ConfigurationSetName: z.string().min(1).optional(),
  Destination: z.object({
    ToAddresses: z.array(z.string()).default([]),
    CcAddresses: z.array(z.string()).default([]),
    BccAddresses: z.array(z.string()).default([]),
  }),
  Content: z.object({
    Simple: z.object({ Subject: part, Body: z.object({ Text: part.optional(), Html: part.optional() }) }),
  }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});

/** What SES needs besides an outbox. */
export interface SesParts {
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly configurationSets: readonly LocalConfigurationSet[];
}

/** The name of the mailbox simulator of SES whose mail comes back. */
const BOUNCES = 'bounce@simulator.amazonses.com';

/**
 * SES version 2's `SendEmail`: the message goes to the outbox, and what happened to it to whoever listens under its configuration set. As
 * at SES, what goes to `bounce@simulator.amazonses.com` comes back.
 */
export function sendEmail({ outbox, queues, configurationSets }: SesParts): ServiceOperation {
  return ({ input, principal, authorise }) => {
    const { FromEmailAddress, ConfigurationSetName, Destination, Content, EmailTags } = inputSchema.parse(input);
    authorise('ses:SendEmail', arnOf('identity', FromEmailAddress));
    if (ConfigurationSetName !== undefined)
      authorise('ses:SendEmail', arnOf('configuration-set', ConfigurationSetName));
    const set = configurationSets.find(({ name }) => name === ConfigurationSetName);
    if (ConfigurationSetName !== undefined && set === undefined)
      throw serviceFailure('NotFoundException', `Configuration set <${ConfigurationSetName}> does not exist.`, 404);
    const { Subject, Body } = Content.Simple;
    const reference = EmailTags.find(({ Name }) => Name === 'reference')?.Value;
    const to = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses];
    const MessageId = outbox.send({
      channel: 'email',
      to,
      subject: Subject.Data,
      body: Body.Text?.Data ?? Body.Html?.Data ?? '',
      from: principal.roleName,
      ...(reference === undefined ? {} : { reference }),
    });
    const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]]));
    const mail = { messageId: MessageId, source: FromEmailAddress, destination: to, tags };
    const tell = (eventType: string, more: object) => {
      for (const { types, queues: listening } of set?.destinations ?? [])
        if (types.includes(eventType.toUpperCase()))
          for (const queue of listening) queues.send(queue, JSON.stringify({ eventType, mail, ...more }));
    };
    tell('Send', { send: {} });
    if (to.includes(BOUNCES)) tell('Bounce', { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } });
    return { MessageId };
  };
}

function arnOf(resource: 'identity' | 'configuration-set', name: string): string {
  return `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${resource}/${name}`;
}
