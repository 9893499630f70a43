import * as z from 'zod';
import type { EventBuses } from '../bus/event-bus.ts';
import { type ServiceCall, type ServiceOperation, serviceFailure } from './service-call.ts';

const entrySchema = z.object({
  Source: z.string().min(1).max(256).optional(),
  DetailType: z.string().min(1).max(128).optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().min(1).optional(),
  Resources: z.array(z.string()).optional(),
  /** Seconds since 1970. */
  Time: z.number().optional(),
  TraceHeader: z.string().optional(),
});

const inputSchema = z.object({ Entries: z.array(entrySchema).min(1).max(10) });

type Entry = z.output<typeof entrySchema>;

/** Most bytes of all entries of a call. */
const CALL_LIMIT = 256 * 1024;

/** `PutEvents`: each entry is taken or refused for itself; a missing grant refuses the call. */
export function putEvents(buses: EventBuses): ServiceOperation {
  return (call) => {
    const read = inputSchema.safeParse(call.input);
    if (!read.success) throw serviceFailure('ValidationException', z.prettifyError(read.error));
    const { Entries } = read.data;
    const size = Entries.reduce((sum, entry) => sum + entrySize(entry), 0);
    if (size > CALL_LIMIT) {
      throw serviceFailure('ValidationException', 'Total size of the entries in the request is over the limit.');
    }
    // All buses are asked about before the first event goes out: a refused call publishes nothing.
    for (const { EventBusName = 'default' } of Entries) authoriseBus(buses, call, EventBusName);
    const answers = Entries.map((entry) => publish(buses, entry));
    return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
  };
}

function authoriseBus(buses: EventBuses, { authorise }: ServiceCall, named: string): void {
  authorise('events:PutEvents', buses.find(named)?.arn ?? named);
}

function publish(buses: EventBuses, entry: Entry): Record<string, string> {
  const { Source, DetailType, Detail, EventBusName = 'default', Resources, Time } = entry;
  if (!Source || !DetailType || Detail === undefined) {
    return failure('InvalidArgument', 'Parameter Source, DetailType or Detail is not valid. Reason: it is required.');
  }
  const detail = parseDetail(Detail);
  if (detail === undefined) return failure('MalformedDetail', 'Detail is malformed.');
  const bus = buses.find(EventBusName);
  // EventBridge takes events for a bus that is not there, and drops them; here that is an error to be seen.
  if (!bus) return failure('ResourceNotFoundException', `Event bus ${EventBusName} does not exist.`);
  const EventId = buses.publish(bus, {
    source: Source,
    detailType: DetailType,
    detail,
    ...(Resources ? { resources: Resources } : {}),
    ...(Time === undefined ? {} : { time: Time * 1_000 }),
  });
  return { EventId };
}

function failure(ErrorCode: string, ErrorMessage: string): Record<string, string> {
  return { ErrorCode, ErrorMessage };
}

function parseDetail(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As EventBridge counts: 14 bytes for a time, the rest by its UTF-8 length. */
function entrySize({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}
