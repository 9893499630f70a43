import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Bus } from '../../application/ports/bus.ts';
import { unavailable } from '../../domain/error.ts';

/** Entries that EventBridge takes in one call. */
const ENTRIES = 10;

/** The custom bus. An event's type is the entry's detail type, so that a rule can match on it. */
export function eventBridgeBus(busName: string, client = new EventBridgeClient({ maxAttempts: 4 })): Bus {
  return {
    async publish(events) {
      for (let start = 0; start < events.length; start += ENTRIES) {
        const entries = events.slice(start, start + ENTRIES).map((event) => ({
          EventBusName: busName,
          Source: event.source,
          DetailType: event.type,
          Time: new Date(event.time),
          Detail: JSON.stringify(event),
        }));
        const answer = await client.send(new PutEventsCommand({ Entries: entries }));
        // Some of a call may fail while others are taken: all are sent again, and receivers know the repeats by their id.
        if ((answer.FailedEntryCount ?? 0) > 0) {
          throw unavailable('bus-unavailable', 'Changes cannot be published just now', {
            failed: answer.FailedEntryCount ?? 0,
          });
        }
      }
    },
  };
}
