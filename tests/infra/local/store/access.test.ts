import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR,
  type IamStatement,
  openStore,
  type Principal,
  type Store,
} from '../../../../infra/local/store/store.ts';
import { clientOf, INDICATORS, NOON, put, RECORDS, referral } from './records-store.ts';

const RECORDS_ARN = 'arn:aws:dynamodb:eu-west-2:000000000000:table/records';

let store: Store | undefined;
const clients: DynamoDBDocumentClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await store?.close();
});

/** Opens a store in which one role has these statements, and a client that calls as that role. */
async function calling(statements: readonly IamStatement[]): Promise<DynamoDBDocumentClient> {
  const role: Principal = { accessKeyId: 'AKIAROLE', secretAccessKey: 'secret', roleName: 'publisher', statements };
  store = await openStore({ tables: [RECORDS, INDICATORS], principals: [ADMINISTRATOR, role], clock: () => NOON });
  return client(role);
}

function client(credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }) {
  const made = clientOf(store?.endpoint ?? '', credentials);
  clients.push(made);
  return made;
}

const get = (pk: string, TableName = 'records') => new GetCommand({ TableName, Key: { pk, sk: 'P' } });
const query = (partition: string, IndexName?: string) =>
  new QueryCommand({
    TableName: 'records',
    ...(IndexName === undefined ? {} : { IndexName }),
    KeyConditionExpression: `${IndexName === undefined ? 'pk' : 'lp'} = :p`,
    ExpressionAttributeValues: { ':p': partition },
  });

describe('who calls', () => {
  it('refuses a key that it does not know', async () => {
    await calling([]);
    const stranger = client({ accessKeyId: 'AKIASTRANGER', secretAccessKey: 'secret' });
    await expect(stranger.send(get('x'))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  it('refuses a known key that signs with another secret', async () => {
    await calling([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    const forger = client({ accessKeyId: 'AKIAROLE', secretAccessKey: 'guessed' });
    await expect(forger.send(get('x'))).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  it('refuses a request that was changed after it was signed', async () => {
    const role = await calling([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    role.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: Uint8Array };
        request.body = Buffer.from(new TextDecoder().decode(request.body).replace('mine', 'mind'));
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await expect(role.send(get('mine'))).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });
});

describe('what a role may do', () => {
  it('allows what a statement grants, and nothing beside it, in the words of AWS', async () => {
    const role = await calling([{ Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: RECORDS_ARN }]);
    await role.send(get('x'));
    await expect(put(role, referral('a', '1'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::000000000000:assumed-role/publisher/local is not authorized to perform: dynamodb:PutItem on resource: ${RECORDS_ARN} because no identity-based policy allows the dynamodb:PutItem action`,
      $metadata: { httpStatusCode: 400 },
    });
    await expect(role.send(get('x', 'indicators'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(store?.usage().denials).toEqual([
      { role: 'publisher', action: 'dynamodb:PutItem', resource: RECORDS_ARN, because: 'no-grant' },
      {
        role: 'publisher',
        action: 'dynamodb:GetItem',
        resource: RECORDS_ARN.replace('records', 'indicators'),
        because: 'no-grant',
      },
    ]);
  });

  it('judges a query of an index by the index', async () => {
    const role = await calling([{ Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${RECORDS_ARN}/index/list` }]);
    await role.send(query('liverpool#SALT', 'list'));
    await expect(role.send(query('liverpool#P#a'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(role.send(query('liverpool#SALT', 'due'))).rejects.toMatchObject({
      message: expect.stringContaining(`${RECORDS_ARN}/index/due`),
    });
  });

  it('lets a refusal win over any grant', async () => {
    const role = await calling([
      { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
      { Effect: 'Deny', Action: ['dynamodb:Delete*', 'dynamodb:Scan'], Resource: '*' },
    ]);
    await put(role, referral('a', '1'));
    const attempts = [
      new DeleteCommand({ TableName: 'records', Key: { pk: 'liverpool#P#a', sk: 'R#1' } }),
      new ScanCommand({ TableName: 'records' }),
    ];
    for (const attempt of attempts) {
      await expect(role.send(attempt as DeleteCommand)).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining('with an explicit deny in an identity-based policy'),
      });
    }
  });

  it('holds a role to its partition keys', async () => {
    const role = await calling([
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
        Resource: [RECORDS_ARN, `${RECORDS_ARN}/index/*`],
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['liverpool#*', 'STAFF#*'] } },
      },
    ]);
    const batch = (...pks: string[]) =>
      new BatchGetCommand({ RequestItems: { records: { Keys: pks.map((pk) => ({ pk, sk: 'P' })) } } });
    await role.send(get('liverpool#P#a'));
    await role.send(query('liverpool#SALT', 'list'));
    await role.send(query('STAFF#abc'));
    await role.send(batch('liverpool#P#a', 'STAFF#abc'));
    await put(role, referral('a', '1'));

    const denied = { name: 'AccessDeniedException' };
    await expect(role.send(get('wirral#P#a'))).rejects.toMatchObject(denied);
    await expect(role.send(query('wirral#SALT', 'list'))).rejects.toMatchObject(denied);
    await expect(role.send(query('wirral#P#a'))).rejects.toMatchObject(denied);
    await expect(role.send(batch('liverpool#P#a', 'wirral#P#a'))).rejects.toMatchObject(denied);
    await expect(put(role, { ...referral('a', '1'), pk: 'wirral#P#a' })).rejects.toMatchObject(denied);
  });

  it('says that a caller may not before it says that a request is not valid', async () => {
    const role = await calling([{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: RECORDS_ARN }]);
    await expect(put(role, { pk: 'x' })).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(role.send(new GetCommand({ TableName: 'records', Key: { pk: 'x' } }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('takes on a role that comes later', async () => {
    await calling([]);
    const late: Principal = {
      accessKeyId: 'AKIALATE',
      secretAccessKey: 'late',
      roleName: 'late',
      statements: [{ Effect: 'Allow', Action: 'dynamodb:DescribeTable', Resource: RECORDS_ARN }],
    };
    store?.addPrincipal(late);
    const { Table } = await client(late).send(new DescribeTableCommand({ TableName: 'records' }));
    expect(Table).toMatchObject({ TableName: 'records', TableStatus: 'ACTIVE', TableArn: RECORDS_ARN });
  });
});

describe('what a role has used', () => {
  it('tells the grants that no call rested on', async () => {
    const role = await calling([
      {
        Sid: 'Records',
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        Resource: [RECORDS_ARN, `${RECORDS_ARN}/index/*`],
      },
      { Effect: 'Allow', Action: ['dynamodb:GetRecords', 'logs:PutLogEvents'], Resource: `${RECORDS_ARN}/stream/*` },
    ]);
    await role.send(get('x'));
    await role.send(get('y'));
    await role.send(query('liverpool#SALT', 'list'));
    const grants = () => store?.usage().grants.filter((grant) => grant.role === 'publisher');
    const grant = (action: string, resource: string, uses: number, sid: string | undefined = 'Records') => ({
      role: 'publisher',
      sid,
      action,
      resource,
      uses,
    });
    // GetItem cannot act on an index, so that pair of the first statement is no grant; nor is what is not DynamoDB's.
    expect(grants()).toEqual([
      grant('dynamodb:GetItem', RECORDS_ARN, 2),
      grant('dynamodb:Query', RECORDS_ARN, 0),
      grant('dynamodb:Query', `${RECORDS_ARN}/index/*`, 1),
      { ...grant('dynamodb:GetRecords', `${RECORDS_ARN}/stream/*`, 0), sid: undefined },
    ]);

    const resource = store?.streamArn('records') ?? '';
    expect(store?.authorise('publisher', { action: 'dynamodb:GetRecords', resource })).toMatchObject({ allowed: true });
    expect(store?.authorise('publisher', { action: 'dynamodb:GetRecords', resource: RECORDS_ARN }).allowed).toBe(false);
    expect(grants()?.at(-1)).toMatchObject({ uses: 1 });
  });
});
