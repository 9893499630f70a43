/** One element of a key, in CloudFormation's own shape. The partition key (HASH) comes first. */
export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

/** The type of a key attribute: S (text), N (number) or B (binary). */
export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: 'S' | 'N' | 'B';
}

/** What an index entry holds beside its own key and the table's. */
export interface Projection {
  readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  readonly NonKeyAttributes?: readonly string[];
}

/** A global secondary index. */
export interface IndexDefinition {
  readonly name: string;
  readonly keySchema: readonly KeyElement[];
  readonly projection: Projection;
}

/** A table as the template declares it; whoever reads the template fills this in. */
export interface TableDefinition {
  /** The physical name, as it appears in requests and in ARNs. */
  readonly name: string;
  readonly keySchema: readonly KeyElement[];
  readonly attributeDefinitions: readonly AttributeDefinition[];
  readonly indexes: readonly IndexDefinition[];
  /** True if committed writes are to be delivered as change records with both images. */
  readonly stream?: boolean;
  /** The attribute that says when an item may be deleted. Nothing is deleted here: no rule of the service relies on it. */
  readonly ttlAttribute?: string;
}

/** A table in the shape of DescribeTable, which is also the shape dynalite's actions read. */
export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly TableStatus: 'ACTIVE';
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly IndexArn: string;
    readonly IndexStatus: 'ACTIVE';
    readonly KeySchema: readonly KeyElement[];
    readonly Projection: Projection;
  }[];
  readonly BillingModeSummary: { readonly BillingMode: 'PAY_PER_REQUEST' };
}

/** Describes a table under the ARN it would have on AWS. */
export function describe(definition: TableDefinition, arn: string): TableDescription {
  const description: TableDescription = {
    TableName: definition.name,
    TableArn: arn,
    TableStatus: 'ACTIVE',
    KeySchema: definition.keySchema,
    AttributeDefinitions: definition.attributeDefinitions,
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  };
  if (definition.indexes.length === 0) return description;
  return {
    ...description,
    GlobalSecondaryIndexes: definition.indexes.map((index) => ({
      IndexName: index.name,
      IndexArn: `${arn}/index/${index.name}`,
      IndexStatus: 'ACTIVE',
      KeySchema: index.keySchema,
      Projection: index.projection,
    })),
  };
}

/** The name of a key's partition attribute. */
export function partitionOf(keySchema: readonly KeyElement[]): string {
  const partition = keySchema.find((element) => element.KeyType === 'HASH');
  if (partition === undefined) throw new Error('a key schema has no partition (HASH) attribute');
  return partition.AttributeName;
}
