import { type Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Binding } from './binding.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';

/** The value of an environment variable: a plain one, or one that brings the grants it is useless without. */
export type EnvironmentValue = string | Binding;

/** One value for every key of a function's environment schema: leaving one out, or adding one, does not compile. */
export type EnvironmentOf<Schema extends z.ZodObject> = {
  readonly [Key in keyof z.input<Schema> & string]-?: EnvironmentValue;
};

/** What every function of a stack has in common. */
export interface FunctionSurroundings {
  /** Encrypts the log groups. */
  readonly logKey: IKey;
  readonly logRetention: RetentionDays;
  /** Gives the folder of a function's code. */
  readonly codeOf: (name: string) => string;
}

/** One function. */
export interface ServiceFunctionProps<Schema extends z.ZodObject> {
  /** Its folder under `functions`. */
  readonly name: string;
  readonly description: string;
  readonly surroundings: FunctionSurroundings;
  /** The function's own schema, from its `environment.ts`. */
  readonly environmentSchema: Schema;
  readonly environment: EnvironmentOf<Schema>;
  /** Memory in MiB; processor time goes with it. */
  readonly memory: number;
  readonly timeout: Duration;
  /** Where an event is left that the function failed on, when nobody waits for its answer: schedules and bus rules. */
  readonly deadLetters?: DeadLetterQueue;
}

/** Times that Lambda tries an asynchronous event again: the most it can. */
const ASYNCHRONOUS_RETRIES = 2;

/** Key under which a function's resource names its folder, for whoever reads the template. */
export const FUNCTION_METADATA = 'service:function';

/**
 * A function with its own role, its own log group and only the grants its environment brings. No managed policy, no wildcard
 * but the one tracing cannot do without.
 */
export class ServiceFunction<Schema extends z.ZodObject = z.ZodObject> extends LambdaFunction {
  readonly folder: string;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Schema>) {
    const values: readonly [string, EnvironmentValue][] = Object.entries(props.environment);
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      encryptionKey: props.surroundings.logKey,
      retention: props.surroundings.logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${props.name} of ${Stack.of(scope).stackName} may do`,
    });
    super(scope, id, {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.surroundings.codeOf(props.name)),
      memorySize: props.memory,
      timeout: props.timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      ...(props.deadLetters ? { deadLetterQueue: props.deadLetters, retryAttempts: ASYNCHRONOUS_RETRIES } : {}),
      environment: Object.fromEntries(
        values.map(([key, value]) => [key, checked(props, key, typeof value === 'string' ? value : value.value)]),
      ),
    });
    this.folder = props.name;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const [, value] of values) {
      if (typeof value !== 'string') for (const statement of value.statements) role.addToPolicy(statement);
    }
    const resource = this.node.defaultChild;
    if (resource instanceof CfnFunction) resource.addMetadata(FUNCTION_METADATA, props.name);
  }
}

/** A value known at synthesis must satisfy the schema now, not when the function first starts. */
function checked<Schema extends z.ZodObject>(props: ServiceFunctionProps<Schema>, key: string, value: string): string {
  const shape: Readonly<Record<string, z.ZodType>> = props.environmentSchema.shape;
  const field = shape[key];
  if (!field) throw new Error(`The function ${props.name} knows no environment variable ${key}`);
  if (!Token.isUnresolved(value)) {
    const result = field.safeParse(value);
    if (!result.success) throw new Error(`${key} of the function ${props.name}: ${result.error.message}`);
  }
  return value;
}
