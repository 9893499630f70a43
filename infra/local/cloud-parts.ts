import { Roles } from './access/roles.ts';
import { EventBuses } from './bus/event-bus.ts';
import { Targets } from './bus/targets.ts';
import type { LocalClock } from './clock.ts';
import type { FunctionLogs } from './function-logs.ts';
import { Functions } from './lambda/functions.ts';
import { processEnvironment, type ServiceAddresses } from './lambda/process-environment.ts';
import { Outbox } from './outbox/outbox.ts';
import { Outside } from './outside/outside.ts';
import { QueueConsumer } from './queues/queue-consumer.ts';
import { Queues } from './queues/queues.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { timedOf } from './schedule/timed.ts';
import type { KeptValues } from './secrets/kept-values.ts';
import { Secrets } from './secrets/secrets.ts';
import { getRecords, getShardIterator } from './services/dynamodb-streams.ts';
import { putEvents } from './services/event-bridge.ts';
import { getSecretValue } from './services/secrets-manager.ts';
import { ServiceDoor } from './services/service-door.ts';
import { sendEmail } from './services/ses.ts';
import {
  deleteMessage,
  getQueueAttributes,
  listDeadLetterSourceQueues,
  listQueues,
  receiveMessage,
  sendMessage,
} from './services/sqs.ts';
import { ADMINISTRATOR } from './store/store.ts';
import { Streams } from './streams/streams.ts';
import type { CloudDescription } from './template/cloud-description.ts';
import type { WorkInHand } from './work-in-hand.ts';

/** What the parts share. */
export interface Shared {
  readonly description: CloudDescription;
  readonly clock: LocalClock;
  readonly kept: KeptValues;
  readonly work: WorkInHand;
  readonly logs: FunctionLogs;
  readonly deliverTwice: boolean;
  /** Asked when the first function starts: the store and the service door listen by then. */
  readonly addresses: () => ServiceAddresses;
}

/** The parts of a local cloud that the template asks for, put together; nothing listens yet. */
export type CloudParts = ReturnType<typeof buildParts>;

/** Builds everything between the addresses: roles, functions, queues, bus, streams, schedules, secrets. */
export function buildParts({ description, clock, kept, work, logs, deliverTwice, addresses }: Shared) {
  const now = () => clock.now();
  const roles = new Roles(description.roles, [ADMINISTRATOR]);
  const secrets = new Secrets(description.secrets, kept);
  const outbox = new Outbox(now);
  const outside = new Outside(outbox, (serviceId) => secrets.memberOf({ serviceId }, 'secret'));
  const queues = new Queues(description.queues, now);
  const functions = new Functions(description.functions, {
    roles,
    queues,
    work,
    now,
    settingsOf: (each) => ({
      variables: () => {
        const variables = processEnvironment(each, roles.principalOf(each.roleArn), addresses());
        return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, secrets.fillIn(value)]));
      },
      log: (line) => logs.add(each.label, line),
    }),
  });
  const targets = new Targets({ functions, queues, roles, mayInvoke: description.mayInvoke });
  const buses = new EventBuses(
    description.buses,
    description.rules,
    (target, payload, sourceArn) => {
      void work.track(targets.send(target, payload, { service: 'events.amazonaws.com', sourceArn }));
    },
    now,
  );
  const { tables, subscriptions } = description;
  const streams = new Streams({ tables, subscriptions, functions, roles, work, twice: deliverTwice, now });
  for (const subscription of subscriptions) {
    if (!queues.find(subscription.sourceArn)) continue;
    new QueueConsumer(subscription, queues, (event) => functions.invoke(subscription.functionArn, event), work);
  }
  const door = new ServiceDoor(roles, {
    'secretsmanager.GetSecretValue': getSecretValue(secrets),
    'AWSEvents.PutEvents': putEvents(buses),
    'AmazonSQS.SendMessage': sendMessage(queues),
    'AmazonSQS.ReceiveMessage': receiveMessage(queues, now),
    'AmazonSQS.DeleteMessage': deleteMessage(queues),
    'AmazonSQS.GetQueueAttributes': getQueueAttributes(queues),
    'AmazonSQS.ListQueues': listQueues(queues),
    'AmazonSQS.ListDeadLetterSourceQueues': listDeadLetterSourceQueues(queues),
    'DynamoDBStreams_20120810.GetShardIterator': getShardIterator(),
    'DynamoDBStreams_20120810.GetRecords': getRecords(streams),
    'POST /v2/email/outbound-emails': sendEmail({ outbox, queues, configurationSets: description.configurationSets }),
  });
  const scheduler = new Scheduler(timedOf(description, targets), clock);
  return { roles, secrets, outbox, outside, queues, functions, targets, buses, streams, door, scheduler };
}
