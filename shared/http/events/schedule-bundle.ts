import middy from '@middy/core';
import type { Context, SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { type Instant, parseInstant } from '../../domain/calendar/instant.ts';
import type { Log } from '../middleware/log.ts';
import { isPutBack, takeEach } from './put-back.ts';

/** What a scheduled function is given to work by. */
export interface ScheduledRun {
  /** The instant at which the run was due, however late it comes: what day it is follows from it and from no clock. */
  readonly time: Instant;
  readonly requestId: string;
  /** Whether there is time to begin something more. */
  readonly hasTime: () => boolean;
  /** The whole event: somebody who starts a run by hand may say more than when it was due. */
  readonly event: unknown;
}

/** How a run went. */
export interface ScheduledOutcome {
  /** False when it ran out of time. */
  readonly complete: boolean;
  readonly done: number;
  /** How much of it could not be done. */
  readonly failed: number;
}

export type ScheduledWork = (run: ScheduledRun) => Promise<ScheduledOutcome>;
export type ScheduleHandler = (event: unknown, context: Context) => Promise<ScheduledOutcome | SQSBatchResponse>;

/** A run that did not come to its end, or left something undone: the platform tries it again, and an alarm rings. */
export class RunIncomplete extends Error {
  constructor({ complete, failed }: ScheduledOutcome) {
    super(complete ? `${failed} could not be done` : 'There was not enough time');
    this.name = 'RunIncomplete';
  }
}

/** Time left for what was begun, for the record of the run, and for the answer. */
const RESERVE_MILLISECONDS = 15_000;

const eventSchema = z.object({ time: z.string() });

/**
 * The handler of a function that runs on a schedule, whose event says when it was due: `{ "time": "2025-05-12T05:00:00Z" }`.
 * One that runs every minute tells the log only of what it did. The event of a run that failed may also come back by a queue: it is run as it was.
 */
export function scheduleBundle(
  work: ScheduledWork,
  log: Log,
  { tellsIdle = true }: { readonly tellsIdle?: boolean } = {},
): ScheduleHandler {
  const run = async (event: unknown, context: Context) => {
    const requestId = context.awsRequestId;
    const outcome = await work({
      time: parseInstant(eventSchema.parse(event).time),
      requestId,
      event,
      hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS,
    });
    if (tellsIdle || outcome.done > 0 || outcome.failed > 0)
      log.info('ran', { requestId, count: outcome.done, failed: outcome.failed });
    if (!outcome.complete || outcome.failed > 0) throw new RunIncomplete(outcome);
    return outcome;
  };
  const handler = middy<unknown, ScheduledOutcome | SQSBatchResponse>().handler(async (event, context) => {
    if (!isPutBack(event)) return run(event, context);
    const again = async ({ body }: { readonly body: string }) => void (await run(JSON.parse(body), context));
    return takeEach(event, again, log, context.awsRequestId);
  });
  return handler as unknown as ScheduleHandler;
}
