/** A client of the local store that may do everything: for seeding and tests. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AdministratorAccess } from './local-cloud.ts';

export function storeClientOf({ endpoint, region, credentials }: AdministratorAccess): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}
