import * as z from 'zod';
import { noEffect, readProperties, truth } from './properties.ts';
import type { LocalQueue } from './queues.ts';
import type { ResolvedResource } from './resolver.ts';

const configurationSetSchema = z.strictObject({ Name: noEffect });

const destinationSchema = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Enabled: truth.default(false),
    MatchingEventTypes: z.array(z.string()),
    Name: noEffect,
    SnsDestination: z.strictObject({ TopicARN: z.string() }),
  }),
});

const subscriptionSchema = z.strictObject({
  Endpoint: z.string(),
  Protocol: z.string(),
  RawMessageDelivery: truth.default(false),
  RedrivePolicy: noEffect,
  TopicArn: z.string(),
});

const policySchema = z.strictObject({
  PolicyDocument: z.looseObject({
    Statement: z.array(z.looseObject({ Effect: z.string(), Principal: z.unknown() })),
  }),
  Topics: z.array(z.string()),
});

/** A configuration set of SES: which of what happens to an e-mail is told, and to which queues. */
export interface LocalConfigurationSet {
  readonly name: string;
  readonly destinations: readonly { readonly types: readonly string[]; readonly queues: readonly string[] }[];
}

/**
 * Reads the configuration sets of SES, with the topics that they tell and the queues that listen to these.
 * @throws Error when a topic would not take what SES tells, or a queue what the topic does.
 */
export function readConfigurationSets(
  resources: readonly ResolvedResource[],
  queues: readonly LocalQueue[],
): readonly LocalConfigurationSet[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const subscriptions = of('AWS::SNS::Subscription').map((one) => readProperties(one, subscriptionSchema));
  const policies = of('AWS::SNS::TopicPolicy').map((one) => readProperties(one, policySchema));
  const letsSesIn = (topic: string) =>
    policies
      .filter(({ Topics }) => Topics.includes(topic))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .some(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('ses.amazonaws.com'));
  const listening = (topic: string): readonly string[] => {
    if (!letsSesIn(topic)) throw new Error(`The topic ${topic} does not let SES publish`);
    return subscriptions
      .filter(({ TopicArn, Protocol }) => TopicArn === topic && Protocol === 'sqs')
      .map(({ Endpoint, RawMessageDelivery }) => {
        const queue = queues.find(({ arn }) => arn === Endpoint);
        if (!queue?.senders.includes('sns.amazonaws.com')) throw new Error(`${Endpoint} does not let the topic in`);
        if (!RawMessageDelivery) throw new Error('The local cloud hands on what a topic is told only as it was told');
        return queue.arn;
      });
  };
  const destinations = of('AWS::SES::ConfigurationSetEventDestination').map((one) =>
    readProperties(one, destinationSchema),
  );
  return of('AWS::SES::ConfigurationSet').map((resource) => {
    readProperties(resource, configurationSetSchema);
    const name = resource.identity.ref;
    return {
      name,
      destinations: destinations
        .filter(
          ({ ConfigurationSetName, EventDestination }) => ConfigurationSetName === name && EventDestination.Enabled,
        )
        .map(({ EventDestination: { MatchingEventTypes, SnsDestination } }) => ({
          types: MatchingEventTypes,
          queues: listening(SnsDestination.TopicARN),
        })),
    };
  });
}
