import { LOCAL_POOL_ID, type Surroundings } from './surroundings.ts';

/** What CloudFormation answers for a resource: its `Ref` and its `Fn::GetAtt` attributes. */
export interface ResourceIdentity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Prefix of whatever other attribute is asked of a resource that does nothing here; undefined where none may be. */
  readonly placeholder?: string;
}

/** What an identity is made from. `name` is the physical name: the one given, or one made of stack and logical id. */
interface Naming {
  readonly name: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly surroundings: Surroundings;
  /** Reads a property of the resource as text, its intrinsics resolved; undefined when it is not there. */
  readonly property: (name: string) => string | undefined;
}

type IdentityOf = (naming: Naming) => ResourceIdentity;

/** The property that gives a resource its physical name, by type; types that are not here have none. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPoolResourceServer': 'Identifier',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
};

/** An ARN of the local account. */
function arn({ region, account }: Surroundings, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

const IDENTITIES: Readonly<Record<string, IdentityOf>> = {
  'AWS::ApiGatewayV2::Api': ({ logicalId, surroundings }) => ({
    ref: apiId(logicalId),
    attributes: { ApiId: apiId(logicalId), ApiEndpoint: surroundings.gatewayUrl },
  }),
  'AWS::Cognito::UserPool': ({ surroundings }) => ({
    ref: LOCAL_POOL_ID,
    attributes: {
      UserPoolId: LOCAL_POOL_ID,
      Arn: arn(surroundings, 'cognito-idp', `userpool/${LOCAL_POOL_ID}`),
      ProviderName: `cognito-idp.${surroundings.region}.amazonaws.com/${LOCAL_POOL_ID}`,
      ProviderURL: surroundings.issuer,
    },
  }),
  'AWS::Cognito::UserPoolClient': ({ property, logicalId }) => {
    const id = property('ClientName') ?? clientId(logicalId);
    return { ref: id, attributes: { ClientId: id, ClientSecret: clientSecretReference(id) } };
  },
  'AWS::DynamoDB::Table': ({ name, surroundings }) => {
    const table = arn(surroundings, 'dynamodb', `table/${name}`);
    return { ref: name, attributes: { Arn: table, StreamArn: `${table}/stream/local` } };
  },
  'AWS::Events::EventBus': ({ name, surroundings }) => ({
    ref: name,
    attributes: { Name: name, Arn: arn(surroundings, 'events', `event-bus/${name}`) },
  }),
  'AWS::Events::Rule': ({ name, surroundings, property }) => {
    const bus = property('EventBusName');
    const path = bus === undefined || bus === 'default' ? name : `${bus.split('/').at(-1)}/${name}`;
    return { ref: name, attributes: { Arn: arn(surroundings, 'events', `rule/${path}`) } };
  },
  'AWS::IAM::ManagedPolicy': ({ name, surroundings }) => {
    const policy = `arn:aws:iam::${surroundings.account}:policy/${name}`;
    return { ref: policy, attributes: { PolicyArn: policy } };
  },
  'AWS::IAM::Role': ({ name, surroundings }) => ({
    ref: name,
    attributes: { Arn: `arn:aws:iam::${surroundings.account}:role/${name}`, RoleId: name },
  }),
  'AWS::KMS::Key': ({ logicalId, surroundings }) => ({
    ref: logicalId,
    attributes: { KeyId: logicalId, Arn: arn(surroundings, 'kms', `key/${logicalId}`) },
  }),
  'AWS::Lambda::Function': ({ name, surroundings }) => ({
    ref: name,
    attributes: { Arn: arn(surroundings, 'lambda', `function:${name}`) },
  }),
  'AWS::Logs::LogGroup': ({ name, surroundings }) => ({
    ref: name,
    attributes: { Arn: arn(surroundings, 'logs', `log-group:${name}:*`) },
  }),
  'AWS::S3::Bucket': ({ name, surroundings }) => ({
    ref: name.toLowerCase(),
    attributes: {
      Arn: `arn:aws:s3:::${name.toLowerCase()}`,
      DomainName: `${name.toLowerCase()}.s3.amazonaws.com`,
      RegionalDomainName: `${name.toLowerCase()}.s3.${surroundings.region}.amazonaws.com`,
    },
  }),
  'AWS::SNS::Topic': ({ name, surroundings }) => ({
    ref: arn(surroundings, 'sns', name),
    attributes: { TopicArn: arn(surroundings, 'sns', name), TopicName: name },
  }),
  'AWS::SQS::Queue': ({ name, surroundings }) => {
    const url = `https://sqs.${surroundings.region}.amazonaws.com/${surroundings.account}/${name}`;
    return { ref: url, attributes: { Arn: arn(surroundings, 'sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::Scheduler::Schedule': ({ name, surroundings, property }) => ({
    ref: name,
    attributes: { Arn: arn(surroundings, 'scheduler', `schedule/${property('GroupName') ?? 'default'}/${name}`) },
  }),
  'AWS::Scheduler::ScheduleGroup': ({ name, surroundings }) => ({
    ref: name,
    attributes: { Arn: arn(surroundings, 'scheduler', `schedule-group/${name}`) },
  }),
  'AWS::SecretsManager::Secret': ({ name, surroundings }) => {
    // Secrets Manager puts six characters of its own after the name.
    const secret = arn(surroundings, 'secretsmanager', `secret:${name}-000000`);
    return { ref: secret, attributes: { Id: secret } };
  },
};

/**
 * The identity of a resource on this machine. A type without rules of its own is known by its physical name, and each of
 * its attributes by a text that nothing on AWS has: enough for what does nothing here, and nothing that runs leans on it.
 */
export function identityOf(
  type: string,
  place: { readonly stack: string; readonly logicalId: string; readonly surroundings: Surroundings },
  property: (name: string) => string | undefined,
): ResourceIdentity {
  const nameProperty = NAME_PROPERTY[type];
  const given = nameProperty === undefined ? undefined : property(nameProperty);
  const naming = { ...place, property, name: given ?? `${place.stack}-${place.logicalId}` };
  const identity = IDENTITIES[type];
  if (identity) return identity(naming);
  const [, service = 'local', kind = 'resource'] = type.toLowerCase().split('::');
  return {
    ref: naming.name,
    attributes: { Arn: arn(place.surroundings, service, `${kind}/${naming.name}`) },
    placeholder: naming.name,
  };
}

/** Stands for the secret of a client of the user pool until secrets are made: a dynamic reference, as CloudFormation has. */
export function clientSecretReference(clientId: string): string {
  return `{{resolve:local-client-secret:${clientId}}}`;
}

/** A client id that a person can read: the logical id in words, without the hash that CDK puts after it. */
function clientId(logicalId: string): string {
  return logicalId
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** An API id as API Gateway makes them: ten lower-case letters and digits. */
function apiId(logicalId: string): string {
  return logicalId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-10)
    .padStart(10, '0');
}
