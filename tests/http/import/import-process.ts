/** A process that imports the first extract by the use cases, against a store elsewhere, and says how far it has come. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import { importFile } from '../../../shared/application/import/import-file.ts';
import { ownDoor } from '../../../shared/application/import/own-door.ts';
import { firstExtract } from '../../fixtures/import/extracts.ts';
import { ImportRunner } from '../../unit/import/import-runner.ts';

const [endpoint = '', recordsTable = '', auditTable = '', accessKeyId = '', secretAccessKey = ''] =
  process.argv.slice(2);
const raw = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials: { accessKeyId, secretAccessKey } });
const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
const secrets = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests',
  familyKey: 'a third key',
};
const runner = new ImportRunner(serviceDeps({ stage: 'test', recordsTable, auditTable }, secrets, client));

const { rows, expected } = firstExtract;
const door = ownDoor(runner.deps, runner.call(expected.asAt));
const report = await importFile(door, runner.file(rows, expected.asAt), sha256, (done) => console.log(`done ${done}`));
console.log(`report ${JSON.stringify({ ...report, rows: report.rows.map(({ outcome, code }) => [outcome, code]) })}`);
