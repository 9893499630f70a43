import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type IndexShape, TABLE_KEY } from '../../shared/adapters/dynamodb/table.ts';

/** What sets one table apart from another. */
export interface StoredTableProps {
  readonly encryptionKey: IKey;
  readonly indexes?: readonly IndexShape[];
  /** Whether every committed change is streamed, with the item before and after. */
  readonly stream?: boolean;
  /** Attribute of the instant (epoch seconds) after which DynamoDB may delete an item. */
  readonly expiresAttribute?: string;
  readonly resourcePolicy?: PolicyDocument;
}

/** Days back to any second of which a table can be restored: the most that DynamoDB keeps. */
export const RECOVERY_DAYS = 35;

/** A table that cannot be lost by mistake: restorable to any second, protected from deletion, kept when its stack goes. */
export class StoredTable extends Table {
  constructor(scope: Construct, id: string, props: StoredTableProps) {
    super(scope, id, {
      partitionKey: { name: TABLE_KEY.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEY.sort, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.stream ? { stream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
      ...(props.expiresAttribute ? { timeToLiveAttribute: props.expiresAttribute } : {}),
      ...(props.resourcePolicy ? { resourcePolicy: props.resourcePolicy } : {}),
    });
    for (const index of props.indexes ?? []) {
      this.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        ...(index.projected.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projected] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      });
    }
  }
}
