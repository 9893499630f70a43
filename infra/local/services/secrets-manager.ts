import * as z from 'zod';
import type { Secrets } from '../secrets/secrets.ts';
import { type ServiceOperation, serviceFailure } from './service-call.ts';

const inputSchema = z.object({ SecretId: z.string().min(1) });

/** `GetSecretValue`: the only thing that functions do with a secret. */
export function getSecretValue(secrets: Secrets): ServiceOperation {
  return ({ input, authorise }) => {
    const { SecretId } = inputSchema.parse(input);
    const secret = secrets.find(SecretId);
    authorise('secretsmanager:GetSecretValue', secret?.arn ?? SecretId);
    if (!secret) {
      throw serviceFailure('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: '00000000-0000-0000-0000-000000000001',
      VersionStages: ['AWSCURRENT'],
      SecretString: secrets.value(secret),
    };
  };
}
