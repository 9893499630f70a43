/** What no engine here can be made to do: EventBridge taking some entries of a call and not others. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVENT_SOURCE, type PublishedEvent } from '../../../events/published-event.ts';
import { eventBridgeBus } from '../../../shared/adapters/eventbridge/bus.ts';

const client = mockClient(EventBridgeClient);
const bus = eventBridgeBus('bus', new EventBridgeClient({ region: 'eu-west-2' }));

beforeEach(() => {
  client.reset();
});

describe('publishing on the bus', () => {
  it('fails as a whole when one entry of a call was not taken, so that all are sent again', async () => {
    client
      .on(PutEventsCommand)
      .resolves({ FailedEntryCount: 1, Entries: [{ EventId: '1' }, { ErrorCode: 'InternalFailure' }] });
    await expect(bus.publish([event(1), event(2)])).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'bus-unavailable',
    });
  });

  it('sends ten entries a call, in order', async () => {
    client.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
    await bus.publish(Array.from({ length: 23 }, (_, n) => event(n)));
    const sent = client.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(sent.map((entries) => entries.length)).toEqual([10, 10, 3]);
    expect(sent.flat().map(({ Detail }) => JSON.parse(Detail ?? '').id)).toEqual(
      Array.from({ length: 23 }, (_, n) => idOf(n)),
    );
  });
});

function event(n: number): PublishedEvent {
  const envelope = { specversion: '1.0', source: EVENT_SOURCE, datacontenttype: 'application/json' } as const;
  const data = { place: 'liverpool', personId: idOf(0), seq: n };
  return {
    ...envelope,
    id: idOf(n),
    type: 'uk.send-waiting-lists.person.changed.v1',
    subject: idOf(0),
    time: '2026-11-01T12:00:00.000Z',
    data,
  };
}

function idOf(n: number): string {
  return String(n).padStart(16, 'e');
}
