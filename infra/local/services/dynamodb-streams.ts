import * as z from 'zod';
import type { Streams } from '../streams/streams.ts';
import { type ServiceOperation, serviceFailure } from './service-call.ts';

const placeSchema = z.object({
  StreamArn: z.string(),
  ShardId: z.string(),
  ShardIteratorType: z.literal('AT_SEQUENCE_NUMBER'),
  SequenceNumber: z.string().regex(/^\d+$/),
});
const iteratorSchema = z.object({ arn: z.string(), from: z.string() });

/** `GetShardIterator`, from a change on. */
export function getShardIterator(): ServiceOperation {
  return ({ input, authorise }) => {
    const { StreamArn: arn, SequenceNumber: from } = placeSchema.parse(input);
    authorise('dynamodb:GetShardIterator', arn);
    return { ShardIterator: Buffer.from(JSON.stringify({ arn, from })).toString('base64url') };
  };
}

/** `GetRecords`: all that are still kept, at once; the shard stays open. */
export function getRecords(streams: Streams): ServiceOperation {
  return ({ input, authorise }) => {
    const { ShardIterator } = z.object({ ShardIterator: z.string() }).parse(input);
    const { arn, from } = iteratorSchema.parse(JSON.parse(Buffer.from(ShardIterator, 'base64url').toString('utf8')));
    authorise('dynamodb:GetRecords', arn);
    const records = streams.from(arn, from);
    if (records === undefined) throw serviceFailure('TrimmedDataAccessException', 'These records are gone.');
    const last = records.at(-1)?.dynamodb?.SequenceNumber ?? from;
    const next = { arn, from: String(BigInt(last) + 1n) };
    return { Records: records, NextShardIterator: Buffer.from(JSON.stringify(next)).toString('base64url') };
  };
}
