import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EXPIRES_ATTRIBUTE, RECORD_INDEXES, TABLE_KEY } from '../../shared/adapters/dynamodb/table.ts';
import { builtTemplates, resourcesOf, statementsOf, targetOf } from './built-templates.ts';

const { dataTemplate, serviceTemplate, edgeTemplate } = builtTemplates();
const tables = resourcesOf(dataTemplate, 'AWS::DynamoDB::Table');
const table = (name: string) => {
  const found = tables.find(({ id }) => id.startsWith(name));
  if (!found) throw new Error(`There is no table ${name}`);
  return found;
};

describe('every table', () => {
  it('is one of the three', () => {
    expect(tables).toHaveLength(3);
  });

  it.each(tables)('$id can be restored to any second of the last 35 days', ({ Properties }) => {
    expect(Properties['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it.each(tables)('$id is protected from deletion and outlives its stack', (it) => {
    expect(it.Properties['DeletionProtectionEnabled']).toBe(true);
    expect([it.DeletionPolicy, it.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it.each(tables)('$id costs nothing while nobody calls', ({ Properties }) => {
    expect(Properties['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  it.each(tables)('$id is encrypted under a key of our own', ({ Properties }) => {
    expect(Properties['SSESpecification']).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
  });

  it('has a key that no other table has: who may decrypt figures cannot decrypt records', () => {
    const keys = tables.map(({ Properties }) => {
      const { KMSMasterKeyId } = Properties['SSESpecification'] as { KMSMasterKeyId: unknown };
      return targetOf(KMSMasterKeyId);
    });
    expect(new Set(keys).size).toBe(tables.length);
  });

  it.each(tables)('$id has the keys that the repositories write', ({ Properties }) => {
    expect(Properties['KeySchema']).toEqual([
      { AttributeName: TABLE_KEY.partition, KeyType: 'HASH' },
      { AttributeName: TABLE_KEY.sort, KeyType: 'RANGE' },
    ]);
  });
});

describe('records', () => {
  it.each(Object.values(RECORD_INDEXES))('has the index $name with its keys and only what it projects', (index) => {
    expect(table('Records').Properties['GlobalSecondaryIndexes']).toContainEqual(
      expect.objectContaining({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partition, KeyType: 'HASH' },
          { AttributeName: index.sort, KeyType: 'RANGE' },
        ],
        Projection:
          index.projected.length > 0
            ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] }
            : { ProjectionType: 'KEYS_ONLY' },
      }),
    );
  });

  it('has no index that the repositories do not know', () => {
    expect(table('Records').Properties['GlobalSecondaryIndexes']).toHaveLength(Object.keys(RECORD_INDEXES).length);
  });

  it('streams every change with the item before and after, and lets sessions expire', () => {
    expect(table('Records').Properties['StreamSpecification']).toMatchObject({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(table('Records').Properties['TimeToLiveSpecification']).toEqual({
      AttributeName: EXPIRES_ATTRIBUTE,
      Enabled: true,
    });
  });
});

describe('the audit', () => {
  const audit = table('Audit');

  it('never expires', () => {
    expect(audit.Properties['TimeToLiveSpecification']).toBeUndefined();
  });

  it.each([
    'dynamodb:DeleteItem',
    'dynamodb:UpdateItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:PartiQLDelete',
    'dynamodb:PartiQLUpdate',
    'dynamodb:DeleteTable',
    'dynamodb:UpdateTimeToLive',
  ])('refuses %s to everybody, whatever they are granted', (action) => {
    const { PolicyDocument } = audit.Properties['ResourcePolicy'] as { PolicyDocument: unknown };
    expect(statementsOf(PolicyDocument)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining([action]),
      }),
    );
  });

  it.each([
    ['test', { Mode: 'GOVERNANCE', Days: 1 }],
    ['production', { Mode: 'COMPLIANCE', Days: 26 * 365 }],
  ])('has its daily heads in a bucket that locks them: in %s, %o', (stage, DefaultRetention) => {
    const locked = resourcesOf(builtTemplates({ stage }).dataTemplate, 'AWS::S3::Bucket')
      .map(({ Properties }) => Properties)
      .filter((properties) => properties['ObjectLockEnabled']);
    expect(locked).toMatchObject([
      { ObjectLockConfiguration: { Rule: { DefaultRetention } }, VersioningConfiguration: { Status: 'Enabled' } },
    ]);
  });
});

describe('every bucket', () => {
  const buckets = resourcesOf(dataTemplate, 'AWS::S3::Bucket');

  it.each(buckets)('$id is private, encrypted and kept', (it) => {
    expect(it.Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(it.Properties['BucketEncryption']).toBeDefined();
    expect(it.DeletionPolicy).toBe('Retain');
  });

  it.each(buckets)('$id refuses a request in the clear, or below TLS 1.2', ({ id }) => {
    const policy = resourcesOf(dataTemplate, 'AWS::S3::BucketPolicy').find(
      ({ Properties }) => targetOf(Properties['Bucket']) === id,
    );
    const denied = statementsOf(policy?.Properties['PolicyDocument'])
      .filter(({ Effect, Action }) => Effect === 'Deny' && Action.includes('s3:*'))
      .map(({ Condition }) => Condition);
    expect(denied).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    expect(denied).toContainEqual({ NumericLessThan: { 's3:TlsVersion': 1.2 } });
  });
});

describe('every key', () => {
  const keys = [dataTemplate, serviceTemplate, edgeTemplate].flatMap((each) => resourcesOf(each, 'AWS::KMS::Key'));

  it.each(keys)('$id turns every year and is kept', (it) => {
    expect(it.Properties['EnableKeyRotation']).toBe(true);
    expect([it.DeletionPolicy, it.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it.each(keys)('$id is usable by nobody but the account, through a service or as one', ({ Properties }) => {
    for (const { Principal, Condition } of statementsOf(Properties['KeyPolicy'])) {
      if (JSON.stringify(Principal).includes(':root')) continue;
      expect(JSON.stringify(Condition)).toMatch(/kms:CallerAccount|aws:SourceAccount|kms:EncryptionContext/);
    }
  });
});

describe('what is kept', () => {
  it('is in the data stack, and what acts on it is not', () => {
    const typesOf = (template: Template) =>
      z
        .object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) })
        .transform(({ Resources }) => Object.values(Resources).map(({ Type }) => Type))
        .parse(template.toJSON());
    const keeping = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket'];
    const acting = ['AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::ApiGatewayV2::Api'];
    expect([serviceTemplate, edgeTemplate].flatMap(typesOf).filter((type) => keeping.includes(type))).toEqual([]);
    expect(typesOf(dataTemplate).filter((type) => acting.includes(type))).toEqual([]);
  });

  it('has the keys of NHS numbers with it, of the hash and of the seal, and those of families’ addresses, and keeps them', () => {
    const secrets = resourcesOf(dataTemplate, 'AWS::SecretsManager::Secret');
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) {
      expect([secret.DeletionPolicy, secret.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    }
  });
});
