/** What the command says when it cannot import: plainly, what is wrong and what to do, and with exit code 1. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from './command.ts';

let folder: string;
let server: Server;
let api: string;
/** What the stand-in for the service answers next, whatever it is asked. */
let answers: readonly { readonly status: number; readonly body: unknown }[] = [];
let asked = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  server = createServer((_request, response) => {
    const { status, body } = answers[Math.min(asked, answers.length - 1)] ?? { status: 500, body: {} };
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function file(text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`);
  await writeFile(path, text);
  return path;
}
const HEADINGS = 'Referral ID,Surname,Date of Birth,Service,Referral Received\n';
const GOOD = `${HEADINGS}R1,Taylor,2016-02-29,SALT,2026-06-01\n`;

async function refusal(words: readonly string[]): Promise<string> {
  const { code, out, errors } = await importCommand(words).ended;
  expect(out).toBe('');
  expect(code).toBe(1);
  expect(errors).not.toMatch(/at .*\.ts:\d+/);
  return errors;
}
const through = (path: string, ...more: readonly string[]) => [path, '--api', api, '--token', 'a token', ...more];

describe('npm run import refuses', () => {
  it.each([
    ['no file', [], /Name the file to import/],
    ['two files', ['a.csv', 'b.csv'], /Name one file/],
    ['a day that is none', ['a.csv', '--as-at', '2026-02-30'], /2026-02-30 is not a day\. Write it as YYYY-MM-DD/],
    ['an option it does not have', ['a.csv', '--fast'], /--fast/],
    ['a file that is not there', ['nowhere.csv'], /There is no file nowhere\.csv/],
    ['a folder', ['/tmp'], /\/tmp is a folder/],
  ])('%s', async (_what, words, message) => {
    expect(await refusal(words)).toMatch(message);
  });

  it('what is not comma-separated text, and says on which line', async () => {
    expect(await refusal([await file('')])).toMatch(/The file is empty/);
    expect(await refusal([await file('PK\u0003\u0004')])).toMatch(/This is a spreadsheet\. Save it as “CSV UTF-8”/);
    expect(await refusal([await file(Uint8Array.of(0x41, 0xd3))])).toMatch(/not text in UTF-8/);
    expect(await refusal([await file(`${GOOD}R2,"Tay"lor",x,y,z\n`)])).toMatch(/Line 3: a quote stands inside a cell/);
    expect(await refusal([await file(`${GOOD}R2,Taylor\n`)])).toMatch(/Line 3: 2 cells where the heading has 5/);
    expect(await refusal([await file(HEADINGS)])).toMatch(/headings and no rows/);
  });

  it('a file without a column that it needs, and names the headings it did not understand', async () => {
    const errors = await refusal([
      await file('Ref ID,Last name,Geboren,Queue,Date received\nR1,T,2016-01-01,OT,2026-01-01\n'),
    ]);
    expect(errors).toMatch(/no column for:\n {2}Date of Birth\n/);
    expect(errors).toMatch(/not understood:\n {2}Geboren/);
  });

  it('when nobody said who asks, or where', async () => {
    expect(await refusal([await file(GOOD), '--api', 'nonsense', '--token', 'x'])).toMatch(
      /nonsense is not an address/,
    );
    expect(await refusal([await file(GOOD), '--api', 'http://service.example'])).toMatch(/Say who you are/);
  });

  it.each([
    [401, { title: 'Sign in first' }, /does not know you/],
    [
      403,
      { title: 'You may not do this in the role you act in' },
      /You may not import.*A data manager of the place may/,
    ],
    [404, {}, /There is no import service/],
    [
      422,
      { title: 'The day of the file has not come yet', code: 'as-at-in-future' },
      /The day of the file has not come yet/,
    ],
  ])('what the service answers with %i', async (status, body, message) => {
    answers = [{ status, body }];
    asked = 0;
    expect(await refusal(through(await file(GOOD)))).toMatch(message);
    expect(asked).toBe(1);
  });

  it('only after trying again when the service cannot answer just now, or nobody does', {
    timeout: 60_000,
  }, async () => {
    // Both wait a quarter of a minute: at the same time.
    const nobody = refusal([await file(GOOD), '--api', 'http://127.0.0.1:9', '--token', 'a token']);
    answers = [{ status: 503, body: { title: 'The records cannot be reached just now' } }];
    asked = 0;
    expect(await refusal(through(await file(GOOD)))).toMatch(
      /cannot import just now: .*Run the command again to go on/,
    );
    expect(asked).toBe(6);
    expect(await nobody).toMatch(/does not answer at http:\/\/127\.0\.0\.1:9/);
  });
});

describe('npm run import goes on', () => {
  it('after a service that could not answer for a moment, and prints its report', { timeout: 60_000 }, async () => {
    const result = {
      record: 1,
      line: 2,
      outcome: 'created',
      code: null,
      column: null,
      flags: ['no-nhs-number'],
      personId: 'p',
    };
    answers = [
      { status: 503, body: {} },
      { status: 201, body: { id: 'i', state: 'running', asAt: '2026-11-01' } },
      {
        status: 200,
        body: { rows: [{ ...result, referralId: 'r', reviewId: null, found: null, fix: null, errors: [] }] },
      },
      { status: 502, body: {} },
      { status: 200, body: { totals: { absent: 3, possibleDuplicates: 0 } } },
    ];
    asked = 0;
    const { code, out, errors } = await importCommand(through(await file(GOOD), '--json')).ended;
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      created: 1,
      updated: 0,
      unchanged: 0,
      review: 0,
      rejected: {},
      absent: 3,
      asAt: '2026-11-01',
      count: 1,
      rows: [{ record: 1, line: 2, outcome: 'created', code: null, column: null, found: null, fix: null }],
    });
  });
});
