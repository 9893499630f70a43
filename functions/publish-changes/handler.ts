import { changesInStream } from '../../shared/adapters/dynamodb/changes-in-stream.ts';
import { streamBundle } from '../../shared/http/events/stream-bundle.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { follow } from './follow.ts';
import { recover } from './recover.ts';

const deps = composed(environmentSchema.parse(process.env));
const stream = changesInStream();

/** Follows every committed change: the audit's copy, the published event, the rows that show a person. */
export const handler = streamBundle(
  (record) => follow(deps, record),
  logOf('publish-changes'),
  (letter) => recover(deps, stream, letter),
);
