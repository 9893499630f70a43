import { describe, expect, it } from 'vitest';
import { Outbox } from '../../../infra/local/outbox/outbox.ts';
import { Queues } from '../../../infra/local/queues/queues.ts';
import { sendEmail } from '../../../infra/local/services/ses.ts';
import { sendMessage } from '../../../infra/local/services/sqs.ts';

const now = () => Date.parse('2026-03-09T06:00:00Z');
const principal = { accessKeyId: 'a', secretAccessKey: 's', roleName: 'letters', statements: [] };

/** A call of an operation by a role that may do what is listed. */
function call(input: unknown, ...allowed: string[]) {
  const asked: string[] = [];
  return {
    asked,
    principal,
    input,
    authorise: (action: string, resource: string) => {
      asked.push(`${action} ${resource}`);
      if (!allowed.includes(action)) throw new Error(`may not ${action}`);
    },
  };
}

describe('mail', () => {
  const mail = {
    FromEmailAddress: 'service@example.org',
    Destination: { ToAddresses: ['team@example.org'], CcAddresses: ['lead@example.org'] },
    Content: { Simple: { Subject: { Data: 'Breach' }, Body: { Text: { Data: 'One wait is late.' } } } },
  };

  const listener = { name: 'q', arn: 'arn:q', url: 'https://q', redrive: undefined, visibility: 30, senders: [] };
  const parts = () => ({
    outbox: new Outbox(now),
    queues: new Queues([listener], now),
    configurationSets: [{ name: 'told', destinations: [{ types: ['SEND', 'BOUNCE'], queues: ['arn:q'] }] }],
  });

  it('goes to the outbox and nowhere else', () => {
    const { outbox, ...others } = parts();
    const answer = sendEmail({ outbox, ...others })(call(mail, 'ses:SendEmail'));
    expect(outbox.messages).toEqual([
      {
        id: (answer as { MessageId: string }).MessageId,
        channel: 'email',
        to: ['team@example.org', 'lead@example.org'],
        subject: 'Breach',
        body: 'One wait is late.',
        from: 'letters',
        sentAt: now(),
      },
    ]);
  });

  it('needs the grant for the address it comes from', () => {
    const { outbox, ...others } = parts();
    const refused = call(mail);
    expect(() => sendEmail({ outbox, ...others })(refused)).toThrow('may not ses:SendEmail');
    expect(refused.asked).toEqual(['ses:SendEmail arn:aws:ses:eu-west-2:000000000000:identity/service@example.org']);
    expect(outbox.messages).toEqual([]);
  });

  it('that is not of its form is refused', () => {
    expect(() => sendEmail(parts())(call({ ...mail, Content: {} }, 'ses:SendEmail'))).toThrow('Simple');
  });
});

describe('what became of mail', () => {
  const listener = { name: 'q', arn: 'arn:q', url: 'https://q', redrive: undefined, visibility: 30, senders: [] };
  const told = (to: string, types: readonly string[]) => {
    const queues = new Queues([listener], now);
    const configurationSets = [{ name: 'told', destinations: [{ types, queues: ['arn:q'] }] }];
    const sent = call(
      {
        FromEmailAddress: 'service@example.org',
        ConfigurationSetName: 'told',
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: 'Breach' }, Body: { Text: { Data: 'One wait is late.' } } } },
        EmailTags: [{ Name: 'reference', Value: 'w8Xc2Vb4Nm6Lk0Jh' }],
      },
      'ses:SendEmail',
    );
    sendEmail({ outbox: new Outbox(now), queues, configurationSets })(sent);
    expect(sent.asked).toContain('ses:SendEmail arn:aws:ses:eu-west-2:000000000000:configuration-set/told');
    return queues.waiting('q').map(({ body }) => JSON.parse(body));
  };

  it('is told to whoever listens, with its tags', () => {
    expect(told('team@example.org', ['SEND'])).toEqual([
      expect.objectContaining({
        eventType: 'Send',
        mail: expect.objectContaining({ tags: { reference: ['w8Xc2Vb4Nm6Lk0Jh'] } }),
      }),
    ]);
  });

  it('comes back from the simulator that has no such mailbox', () => {
    const kinds = told('bounce@simulator.amazonses.com', ['SEND', 'BOUNCE']).map(({ eventType }) => eventType);
    expect(kinds).toEqual(['Send', 'Bounce']);
    expect(told('bounce@simulator.amazonses.com', ['SEND'])).toHaveLength(1);
  });
});

describe('a message to a queue', () => {
  const queue = { name: 'q', arn: 'arn:q', url: 'https://q', visibility: 30, redrive: undefined, senders: [] };

  it('waits there, for a role with the grant', () => {
    const queues = new Queues([queue], now);
    const input = { QueueUrl: queue.url, MessageBody: 'hello', MessageAttributes: { a: { StringValue: '1' } } };
    sendMessage(queues)(call(input, 'sqs:SendMessage'));
    expect(queues.waiting('q')).toEqual([expect.objectContaining({ body: 'hello', attributes: { a: '1' } })]);
    expect(() => sendMessage(queues)(call(input))).toThrow('may not sqs:SendMessage');
    expect(queues.waiting('q')).toHaveLength(1);
  });

  it('is refused where there is no such queue', () => {
    const input = { QueueUrl: 'https://other', MessageBody: 'hello' };
    expect(() => sendMessage(new Queues([queue], now))(call(input, 'sqs:SendMessage'))).toThrow('does not exist');
  });
});
