import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { EXPIRES_ATTRIBUTE, RECORD_INDEXES } from '../../shared/adapters/dynamodb/table.ts';
import type { Configuration } from '../config.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { StoredTable } from '../constructs/stored-table.ts';

/** Days that the log of who touched the audit heads is kept. */
const ACCESS_LOG_DAYS = 365;

/**
 * Everything that must outlive any release: the tables, the keys that open them, and the locked heads of the audit chain.
 * It knows nothing of functions; a service stack can be thrown away and made anew over it.
 */
export class DataStack extends Stack {
  readonly records: StoredTable;
  readonly indicators: StoredTable;
  readonly audit: StoredTable;
  readonly auditHeads: Bucket;
  /** Key of the hash under which NHS numbers are found: without it no person can be found by number any more. */
  readonly nhsNumberKey: Secret;
  readonly numberKeys: Secret;
  readonly contactKeys: Secret;

  constructor(scope: Construct, id: string, props: StackProps & { readonly configuration: Configuration }) {
    super(scope, id, props);
    const recordsKey = new EncryptionKey(this, 'RecordsKey', {
      description: 'Encrypts the records of people and the key of the NHS number hash',
      throughServices: ['dynamodb', 'secretsmanager'],
    });
    const indicatorsKey = new EncryptionKey(this, 'IndicatorsKey', {
      description:
        'Encrypts published figures, apart from records: who may read figures need not touch the key of records',
      throughServices: ['dynamodb'],
    });
    const auditKey = new EncryptionKey(this, 'AuditKey', {
      description: 'Encrypts the audit of who did and saw what',
      throughServices: ['dynamodb', 's3'],
    });

    this.records = new StoredTable(this, 'Records', {
      encryptionKey: recordsKey,
      indexes: Object.values(RECORD_INDEXES),
      stream: true,
      expiresAttribute: EXPIRES_ATTRIBUTE,
    });
    this.indicators = new StoredTable(this, 'Indicators', { encryptionKey: indicatorsKey });
    this.audit = new StoredTable(this, 'Audit', { encryptionKey: auditKey, resourcePolicy: neverUndone() });

    this.nhsNumberKey = new Secret(this, 'NhsNumberKey', {
      description: 'Key of the hash under which NHS numbers are found; kept as long as the records are',
      encryptionKey: recordsKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const sealingKeys = (id: string, sealed: string) =>
      new Secret(this, id, {
        description: `Keys under which ${sealed} are sealed, by their ids; kept as long as the records are`,
        encryptionKey: recordsKey,
        generateSecretString: {
          secretStringTemplate: '{}',
          generateStringKey: '1',
          passwordLength: 64,
          excludePunctuation: true,
        },
        removalPolicy: RemovalPolicy.RETAIN,
      });
    this.numberKeys = sealingKeys('NumberKeys', 'NHS numbers');
    this.contactKeys = sealingKeys('ContactKeys', 'the addresses of families');

    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...privateBucket,
      // S3 delivers its access logs to no bucket that is encrypted under a customer's key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });
    const { lock, days } = props.configuration.auditHeads;
    this.auditHeads = new Bucket(this, 'AuditHeads', {
      ...privateBucket,
      encryption: BucketEncryption.KMS,
      encryptionKey: auditKey,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock === 'compliance'
          ? ObjectLockRetention.compliance(Duration.days(days))
          : ObjectLockRetention.governance(Duration.days(days)),
      // The library's Bucket declares `policy` as "or undefined" where its IBucket does not.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'audit-heads/',
    });
  }
}

const privateBucket = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Whatever a role of the account is granted, an entry of the audit is neither deleted nor updated, nor the table. */
function neverUndone(): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'EntriesStay',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'dynamodb:BatchWriteItem',
          'dynamodb:DeleteItem',
          'dynamodb:DeleteTable',
          'dynamodb:PartiQLDelete',
          'dynamodb:PartiQLInsert',
          'dynamodb:PartiQLUpdate',
          'dynamodb:UpdateItem',
          'dynamodb:UpdateTimeToLive',
        ],
        // The policy is part of the table, so it cannot name the table's own ARN; DynamoDB reads it for that table alone.
        resources: ['*'],
      }),
    ],
  });
}
