/**
 * Behaviours of the construct library that a new project is advised to turn on and that matter to these stacks. They are
 * here and not in cdk.json so that the app is the same however it is started.
 */
export const FEATURE_FLAGS = {
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:explicitStackTags': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  // A template that CloudFormation would refuse is an error, not a warning.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
} as const;
