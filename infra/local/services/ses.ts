import * as z from 'zod';
import type { Outbox } from '../outbox/outbox.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/surroundings.ts';
import type { ServiceOperation } from './service-call.ts';

const part = z.object({ Data: z.string() });

const inputSchema = z.object({
  FromEmailAddress: z.string().min(1),
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

/** SES version 2's `SendEmail`: the message goes to the outbox. */
export function sendEmail(outbox: Outbox): ServiceOperation {
  return ({ input, principal, authorise }) => {
    const { FromEmailAddress, Destination, Content, EmailTags } = inputSchema.parse(input);
    authorise('ses:SendEmail', `arn:aws:ses:${LOCAL_REGION}:${LOCAL_ACCOUNT}:identity/${FromEmailAddress}`);
    const { Subject, Body } = Content.Simple;
    const reference = EmailTags.find(({ Name }) => Name === 'reference')?.Value;
    const MessageId = outbox.send({
      channel: 'email',
      to: [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses],
      subject: Subject.Data,
      body: Body.Text?.Data ?? Body.Html?.Data ?? '',
      from: principal.roleName,
      ...(reference === undefined ? {} : { reference }),
    });
    return { MessageId };
  };
}
