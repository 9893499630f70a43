import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';

/** A span of a shard, as Lambda says where changes stand that it gave up. */
export const streamSpanSchema = z.object({
  streamArn: z.string(),
  shardId: z.string(),
  /** The first and the last of them: whole numbers of up to 40 digits. */
  startSequenceNumber: z.string().regex(/^\d+$/),
  endSequenceNumber: z.string().regex(/^\d+$/),
});
export type StreamSpan = Readonly<z.output<typeof streamSpanSchema>>;

/** The change stream, read where somebody says. */
export interface ChangesInStream {
  /** The changes of a span, in order. @throws ChangesForgotten when a day has passed, and whatever the stream answers. */
  between(span: StreamSpan): Promise<readonly DynamoDBRecord[]>;
}

/** The stream keeps a change for 24 hours. */
export class ChangesForgotten extends Error {
  constructor() {
    super('The stream has forgotten these changes');
    this.name = 'ChangesForgotten';
  }
}

const iteratorSchema = z.object({ ShardIterator: z.string() });
const recordsSchema = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
  NextShardIterator: z.string().nullish(),
});

const ANSWER_MILLISECONDS = 5_000;
/** Answers that bring none of the span, before it is taken to be over: an open shard gives such as long as one asks. */
const MOST_EMPTY = 5;

/**
 * Two calls of the streams' API, signed by the store's client: the SDK has them in a package of their own, for nothing else here.
 * @param endpoint where the API is, when not at AWS: named as the SDK would have it.
 */
export function changesInStream(
  client: DynamoDBClient = new DynamoDBClient(),
  endpoint: string | undefined = process.env['AWS_ENDPOINT_URL_DYNAMODB_STREAMS'],
): ChangesInStream {
  const ask = async (operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const url = new URL(endpoint ?? `https://streams.dynamodb.${await client.config.region()}.amazonaws.com`);
    const body = JSON.stringify(input);
    const signer = await client.config.signer();
    const request = {
      ...{ method: 'POST', protocol: url.protocol, hostname: url.hostname, path: '/', query: {}, body },
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      },
    };
    const { headers } = await signer.sign(request);
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    if (answer.ok) return answer.json();
    const code = `${answer.headers.get('x-amzn-errortype') ?? ''} ${await answer.text()}`;
    if (code.includes('TrimmedDataAccessException') || code.includes('ResourceNotFoundException'))
      throw new ChangesForgotten();
    // What the service answers may name what was asked for; its kind alone is told on.
    throw new Error(`The stream answered ${answer.status} to ${operation}`);
  };

  return {
    async between({ streamArn, shardId, startSequenceNumber, endSequenceNumber }) {
      const from = { StreamArn: streamArn, ShardId: shardId, SequenceNumber: startSequenceNumber };
      const first = await ask('GetShardIterator', { ...from, ShardIteratorType: 'AT_SEQUENCE_NUMBER' });
      let iterator: string | undefined = iteratorSchema.parse(first).ShardIterator;
      const found: DynamoDBRecord[] = [];
      const last = BigInt(endSequenceNumber);
      for (let empty = 0; iterator !== undefined && empty < MOST_EMPTY; ) {
        const page = recordsSchema.parse(await ask('GetRecords', { ShardIterator: iterator }));
        // A shard that is closed ends with null.
        iterator = page.NextShardIterator ?? undefined;
        for (const record of page.Records) {
          const at = BigInt(record.dynamodb.SequenceNumber);
          if (at <= last) found.push(record as DynamoDBRecord);
          if (at >= last) return found;
        }
        empty = page.Records.length === 0 ? empty + 1 : 0;
      }
      // The last of the span was there when it was given up: without it something was forgotten.
      throw new ChangesForgotten();
    },
  };
}
