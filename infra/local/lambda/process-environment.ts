import type { Principal } from '../store/principal.ts';
import type { LocalFunction } from '../template/functions.ts';
import { LOCAL_REGION } from '../template/surroundings.ts';

/** Where the services of the local cloud answer. */
export interface ServiceAddresses {
  readonly dynamodb: string;
  /** What a function is told instead of an address outside this machine. */
  readonly leadAway: (value: string) => string;
  /** EventBridge, Secrets Manager, SQS and SES share one address. */
  readonly services: string;
}

/**
 * The whole environment of a function: its own variables, what the Lambda runtime sets, the credentials of its role, and
 * the SDK's standard variables that lead it to this machine. Nothing of the environment of the local cloud's own process.
 */
export function processEnvironment(
  { name, memory, environment, exportName }: LocalFunction,
  principal: Principal,
  addresses: ServiceAddresses,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, addresses.leadAway(value)])),
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: principal.accessKeyId,
    AWS_SECRET_ACCESS_KEY: principal.secretAccessKey,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    _HANDLER: `index.${exportName}`,
    TZ: ':UTC',
    AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: addresses.services,
    AWS_ENDPOINT_URL_EVENTBRIDGE: addresses.services,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: addresses.services,
    AWS_ENDPOINT_URL_SQS: addresses.services,
    AWS_ENDPOINT_URL_SESV2: addresses.services,
  };
}
