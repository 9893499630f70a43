import type { Item } from './attribute-value.ts';
import type { IamRequest } from './iam-statement.ts';
import { partitionOf, type TableDefinition } from './table-definition.ts';

/** A request as far as it could be read: parsed if it was valid, raw if not. */
export interface ReadableRequest {
  readonly operation: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Says what a request asks of IAM: one entry for each table or index it touches, with the partition keys it names
 * (`dynamodb:LeadingKeys`). A query of an index is judged by the index's partition key, as on AWS. A request that is not
 * valid has no leading keys that can be read; it is judged by its table alone and refused for its form afterwards.
 *
 * @param arnOf gives the ARN of a table by name
 */
export function requestedAccess(
  { operation, data }: ReadableRequest,
  tables: ReadonlyMap<string, TableDefinition>,
  arnOf: (table: string) => string,
): IamRequest[] {
  const action = `dynamodb:${operation}`;
  const batch = data['RequestItems'];
  if (isRecord(batch)) {
    return Object.entries(batch).map(([name, entry]) => {
      const keys = isRecord(entry) && Array.isArray(entry['Keys']) ? (entry['Keys'] as Item[]) : [];
      return { action, resource: arnOf(name), context: contextOf(data, partitionValues(keys, tables.get(name))) };
    });
  }
  const name = String(data['TableName']);
  const table = tables.get(name);
  const index = data['IndexName'];
  const resource = typeof index === 'string' ? `${arnOf(name)}/index/${index}` : arnOf(name);
  return [{ action, resource, context: contextOf(data, leadingKeys(data, table, index)) }];
}

function leadingKeys(data: ReadableRequest['data'], table: TableDefinition | undefined, index: unknown): string[] {
  const key = data['Key'] ?? data['Item'];
  if (isRecord(key)) return partitionValues([key as Item], table);
  const conditions = data['KeyConditions'];
  if (table === undefined || !isRecord(conditions)) return [];
  const queried = table.indexes.find((candidate) => candidate.name === index)?.keySchema ?? table.keySchema;
  const condition = conditions[partitionOf(queried)];
  const values = isRecord(condition) ? condition['AttributeValueList'] : undefined;
  return Array.isArray(values) ? values.flatMap(scalar) : [];
}

function partitionValues(items: readonly Item[], table: TableDefinition | undefined): string[] {
  if (table === undefined) return [];
  const partition = partitionOf(table.keySchema);
  return items.flatMap((item) => scalar(item[partition]));
}

function scalar(value: unknown): string[] {
  if (!isRecord(value)) return [];
  const text = value['S'] ?? value['N'] ?? value['B'];
  return typeof text === 'string' ? [text] : [];
}

function contextOf(data: ReadableRequest['data'], leading: readonly string[]): IamRequest['context'] {
  const context: Record<string, readonly string[]> = {};
  if (leading.length > 0) context['dynamodb:leadingkeys'] = leading;
  if (typeof data['Select'] === 'string') context['dynamodb:select'] = [data['Select']];
  if (typeof data['ReturnValues'] === 'string') context['dynamodb:returnvalues'] = [data['ReturnValues']];
  return context;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
