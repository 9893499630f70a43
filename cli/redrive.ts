/** `npm run redrive`: puts back what a queue of the service set aside. */
import { parseArgs } from 'node:util';
import { redriveQueuesInSqs } from '../shared/adapters/sqs/redrive-queues.ts';
import { redrive } from '../shared/application/redrive/redrive.ts';
import { saidOf } from './redrive/said.ts';

const USAGE = `npm run redrive -- --queue NAME [--dry-run]

  --queue NAME  the dead-letter queue, by its name or by a part of it that no other has: AlertEventsDeadLetters
  --dry-run     say how many messages wait there and where they would go, and move none

Works in the AWS account and region of the environment's credentials (AWS_PROFILE or AWS_ACCESS_KEY_ID and so on). Put the
cause right first: what fails again is set aside again. Cut short or run twice, it does nothing twice.
Ends with 0 when it did what was asked, and with 1 when it could not.`;

try {
  const { values } = parseArgs({
    options: {
      queue: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (values.queue === undefined) {
    console.error(USAGE);
    process.exitCode = 1;
  } else {
    const said = saidOf(await redrive(redriveQueuesInSqs(), values.queue, { dryRun: values['dry-run'] }), values.queue);
    console.log(said.text);
    if (!said.isDone) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
}
