/** What SES says of e-mails, read as it says it and recorded on the real engine. */
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { readEmailReceipt } from '../../shared/adapters/messages/email-receipt.ts';
import { emailReceiptsInSqs } from '../../shared/adapters/sqs/email-receipts.ts';
import { type EmailReceipt, recordEmailReceipt } from '../../shared/application/messages/record-email-receipt.ts';
import type { Messages } from '../../shared/application/ports/messages.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import {
  claimedMessage,
  type Message,
  newMessage,
  replayedMessage,
  sentMessage,
  unsentMessage,
} from '../../shared/domain/message/message.ts';
import { type Engine, openEngine } from './engine.ts';

const NOW = parseInstant('2026-11-02T12:00:00Z');
const UNHEARD = { problem: 'email-unheard', isFinal: false, mayHaveArrived: true };

let engine: Engine;
let messages: Messages;
beforeAll(async () => {
  engine = await openEngine();
  messages = messagesInTable(new TableAccess(engine.client, engine.recordsTable));
});
afterAll(() => engine?.close());

let numbers = 0;
/** A message that was claimed once, and nothing is known of yet: kept as it is then. */
async function claimed(): Promise<Message> {
  numbers += 1;
  const id = `message-${numbers}`.padEnd(16, '_');
  const about = { id, place: 'liverpool', to: id, channel: 'email', about: { kind: 'test' }, createdAt: NOW } as const;
  const message = newMessage(about, NOW);
  await messages.create(message);
  return kept(claimedMessage(message, NOW));
}

async function kept(message: Message): Promise<Message> {
  expect(await messages.save(message)).toBe(true);
  return message;
}

const told = async ({ id: messageId, place }: Message, attempt: number, said: EmailReceipt['said']) => {
  await recordEmailReceipt({ messages }, { place, messageId, attempt, said }, NOW);
  return messages.get(place, messageId);
};

describe('what SES says', () => {
  const mail = {
    destination: ['priya@staff.example'],
    tags: {
      'ses:configuration-set': ['told'],
      place: ['cheshire-east'],
      reference: ['w8Xc2Vb4Nm6Lk0Jh'],
      attempt: ['12'],
    },
  };
  const about = { place: 'cheshire-east', messageId: 'w8Xc2Vb4Nm6Lk0Jh', attempt: 12 };

  it.each([
    [{ eventType: 'Send', mail, send: {} }, 'taken'],
    [{ eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent' } }, 'bounced'],
    [{ eventType: 'Reject', mail, reject: { reason: 'Bad content' } }, 'rejected'],
  ])('leads to the message and its attempt: %j', (event, said) => {
    expect(readEmailReceipt(JSON.stringify(event))).toEqual({ ...about, said });
  });

  it('is nothing when it is only the greeting of a new destination', () => {
    expect(readEmailReceipt('Successfully validated SNS topic for Amazon SES event publishing.')).toBeUndefined();
  });

  it.each([
    'not json',
    '{}',
    JSON.stringify({ eventType: 'Open', mail }),
    JSON.stringify({ eventType: 'Send', mail: {} }),
  ])('that cannot be read is refused: %s', (body) => {
    expect(() => readEmailReceipt(body)).toThrow();
  });
});

describe('a receipt', () => {
  it('that an e-mail was taken marks one as sent that nobody heard of, however far its sender had come', async () => {
    const dead = await claimed();
    expect(await told(dead, 2, 'taken')).toMatchObject({ state: 'sent', unheard: [], nextAt: null, settledAt: NOW });
    const unanswered = await kept(unsentMessage(await claimed(), UNHEARD, NOW));
    expect(await told(unanswered, 2, 'taken')).toMatchObject({ state: 'sent', problem: null });
  });

  it('changes nothing the second time, of another attempt, or of nobody’s message', async () => {
    const message = await kept(unsentMessage(await claimed(), UNHEARD, NOW));
    expect(await told(message, 1, 'taken')).toEqual(message);
    const sent = await told(message, 2, 'taken');
    expect(await told(message, 2, 'taken')).toEqual(sent);
    expect(await told({ ...message, id: 'nobody-s-message' }, 2, 'taken')).toBeUndefined();
  });

  it('of an attempt before it was sent anew says nothing of the new one', async () => {
    const failed = await kept(unsentMessage(await claimed(), { ...UNHEARD, isFinal: true }, NOW));
    const anew = await kept(replayedMessage(failed, NOW));
    expect(await told(anew, 2, 'taken')).toEqual(anew);
  });

  it('that it came back marks it as failed, whether or not anybody heard that it was taken', async () => {
    const failed = { state: 'failed', problem: 'email-bounced', unheard: [], nextAt: null };
    const sent = await kept(sentMessage(await claimed(), NOW));
    expect(await told(sent, 2, 'bounced')).toMatchObject(failed);
    expect(await told(await claimed(), 2, 'bounced')).toMatchObject(failed);
  });

  it('is to be told again when somebody changed the message meanwhile', async () => {
    const message = await claimed();
    const racing = { ...messages, save: async () => false };
    const { place, id: messageId } = message;
    const recorded = recordEmailReceipt({ messages: racing }, { place, messageId, attempt: 2, said: 'taken' }, NOW);
    await expect(recorded).rejects.toMatchObject({ kind: 'stale' });
  });
});

describe('receipts', () => {
  const sqs = mockClient(SQSClient);
  const client = new SQSClient({ region: 'eu-west-2' });
  const areAllRecorded = async (counts: Record<string, string>) => {
    sqs.reset();
    const all = { Messages: '0', MessagesNotVisible: '0', MessagesDelayed: '0', ...counts };
    const Attributes = Object.fromEntries(
      Object.entries(all).map(([name, count]) => [`ApproximateNumberOf${name}`, count]),
    );
    sqs.on(GetQueueAttributesCommand).resolves({ Attributes });
    return emailReceiptsInSqs('One=https://one,Two=https://two', client).areAllRecorded();
  };

  it('are all recorded when nothing waits, nothing is in hand, and nothing is on its way', async () => {
    expect(await areAllRecorded({})).toBe(true);
    expect(sqs.commandCalls(GetQueueAttributesCommand)).toHaveLength(2);
    for (const name of ['Messages', 'MessagesNotVisible', 'MessagesDelayed'])
      expect(await areAllRecorded({ [name]: '1' }), name).toBe(false);
  });

  it('are not known to be while a queue cannot be asked', async () => {
    sqs.reset();
    sqs.on(GetQueueAttributesCommand).rejects(new Error('no'));
    expect(await emailReceiptsInSqs('One=https://one', client).areAllRecorded()).toBe(false);
  });
});
