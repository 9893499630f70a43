import { changesInStream } from '../../shared/adapters/dynamodb/changes-in-stream.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { lettersInSqs } from '../../shared/adapters/sqs/letters.ts';
import { streamBundle } from '../../shared/http/events/stream-bundle.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composed, composedNames } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { follow } from './follow.ts';
import { recover } from './recover.ts';

const environment = environmentSchema.parse(process.env);
const client = documentClient();
const deps = composed(environment, client);
const givenUp = { stream: changesInStream(), named: composedNames(environment, client), letters: lettersInSqs() };

/** Follows every committed change: the audit's copy, the published event, the rows that show a person. */
export const handler = streamBundle(
  (record) => follow(deps, record),
  logOf('publish-changes'),
  (letter) => recover(deps, givenUp, letter),
);
