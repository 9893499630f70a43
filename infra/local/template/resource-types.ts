import type { ResolvedResource } from './resolver.ts';

/** Types that the local cloud runs, or reads on the way to running another. */
const RUN: readonly string[] = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
];

/** Types that have nothing to do on one machine, each with the reason. */
const NOTHING_TO_DO: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::ApiMapping': 'the gateway has one address',
  'AWS::ApiGatewayV2::DomainName': 'the gateway has one address',
  'AWS::CDK::Metadata': 'counts uses of CDK',
  'AWS::CertificateManager::Certificate': 'nothing leaves the machine, so nothing is encrypted on the way',
  'AWS::CloudFront::CachePolicy': 'nothing stands in front of the gateway',
  'AWS::CloudFront::Distribution': 'nothing stands in front of the gateway',
  'AWS::CloudFront::Function': 'nothing stands in front of the gateway',
  'AWS::CloudFront::OriginRequestPolicy': 'nothing stands in front of the gateway',
  'AWS::CloudFront::ResponseHeadersPolicy': 'nothing stands in front of the gateway; functions send their own headers',
  'AWS::CloudWatch::Alarm': 'the console shows what went wrong',
  'AWS::CloudWatch::CompositeAlarm': 'the console shows what went wrong',
  'AWS::CloudWatch::Dashboard': 'the console shows what happens',
  'AWS::Cognito::UserPoolDomain': 'the identity provider has pages of its own',
  'AWS::Cognito::UserPoolGroup': 'accounts carry their own claims',
  'AWS::Cognito::UserPoolIdentityProvider': 'demo accounts stand for those of other services',
  'AWS::Cognito::UserPoolResourceServer': 'the clients name the scopes they may ask for',
  'AWS::Events::Archive': 'the console keeps the last events',
  'AWS::KMS::Alias': 'data on one machine is encrypted by its disk',
  'AWS::KMS::Key': 'data on one machine is encrypted by its disk',
  'AWS::Logs::Delivery': 'logs go to the terminal',
  'AWS::Logs::DeliveryDestination': 'logs go to the terminal',
  'AWS::Logs::DeliverySource': 'logs go to the terminal',
  'AWS::Logs::LogGroup': 'logs go to the terminal',
  'AWS::Logs::MetricFilter': 'logs go to the terminal',
  'AWS::Logs::QueryDefinition': 'logs go to the terminal',
  'AWS::Logs::ResourcePolicy': 'logs go to the terminal',
  'AWS::S3::Bucket': 'no function reads or writes a bucket yet',
  'AWS::S3::BucketPolicy': 'no function reads or writes a bucket yet',
  'AWS::SES::EmailIdentity': 'nothing leaves the machine, so nobody asks whose domain it is',
  'AWS::SSM::Parameter': 'references between stacks are resolved directly',
  'AWS::Scheduler::ScheduleGroup': 'a group only gathers schedules',
  'AWS::WAFv2::IPSet': 'only this machine can reach the gateway',
  'AWS::WAFv2::LoggingConfiguration': 'only this machine can reach the gateway',
  'AWS::WAFv2::WebACL': 'only this machine can reach the gateway',
  'AWS::WAFv2::WebACLAssociation': 'only this machine can reach the gateway',
};

/**
 * Refuses a template that asks for what is neither run here nor known to need nothing.
 * @throws Error that names every such resource.
 */
export function refuseUnknownTypes(resources: readonly ResolvedResource[]): void {
  const unknown = resources.filter(({ type }) => !RUN.includes(type) && !Object.hasOwn(NOTHING_TO_DO, type));
  if (unknown.length === 0) return;
  const names = unknown.map(({ stack, logicalId, type }) => `${stack}/${logicalId} (${type})`);
  throw new Error(
    `The local cloud does not run these resources; teach it, or list the type in template/resource-types.ts: ${names.join(', ')}`,
  );
}
