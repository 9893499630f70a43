import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { environmentSchema as api } from '../../functions/api/environment.ts';
import { environmentSchema as assets } from '../../functions/assets/environment.ts';
import { environmentSchema as authorizeSession } from '../../functions/authorize-session/environment.ts';
import { environmentSchema as familyApi } from '../../functions/family-api/environment.ts';
import { environmentSchema as familyWeb } from '../../functions/family-web/environment.ts';
import { environmentSchema as indicatorsApi } from '../../functions/indicators-api/environment.ts';
import { environmentSchema as indicatorsWeb } from '../../functions/indicators-web/environment.ts';
import { environmentSchema as keepAuditHeads } from '../../functions/keep-audit-heads/environment.ts';
import { environmentSchema as notify } from '../../functions/notify/environment.ts';
import { environmentSchema as publishChanges } from '../../functions/publish-changes/environment.ts';
import { environmentSchema as recordEmailReceipts } from '../../functions/record-email-receipts/environment.ts';
import { environmentSchema as sendMessages } from '../../functions/send-messages/environment.ts';
import { environmentSchema as takeCensus } from '../../functions/take-census/environment.ts';
import { environmentSchema as watchDeadlines } from '../../functions/watch-deadlines/environment.ts';
import { environmentSchema as web } from '../../functions/web/environment.ts';
import { bundleAfresh, bundleFunction, bundleSize } from '../../infra/bundle/function-bundle.ts';
import { BUNDLE_FILE, REPOSITORY_ROOT } from '../../infra/bundle/settings.ts';

/** Bytes that a function may take, minified. It starts in proportion to them. */
const BUDGETS: readonly { readonly name: string; readonly schema: z.ZodObject; readonly budget: number }[] = [
  { name: 'assets', schema: assets, budget: 150_000 },
  { name: 'api', schema: api, budget: 960_000 },
  { name: 'web', schema: web, budget: 1_420_000 },
  // Both carry every word of families in five languages: 245 kB.
  { name: 'family-web', schema: familyWeb, budget: 1_000_000 },
  { name: 'family-api', schema: familyApi, budget: 890_000 },
  { name: 'publish-changes', schema: publishChanges, budget: 600_000 },
  { name: 'watch-deadlines', schema: watchDeadlines, budget: 530_000 },
  { name: 'keep-audit-heads', schema: keepAuditHeads, budget: 510_000 },
  { name: 'take-census', schema: takeCensus, budget: 600_000 },
  { name: 'authorize-session', schema: authorizeSession, budget: 450_000 },
  { name: 'indicators-api', schema: indicatorsApi, budget: 455_000 },
  { name: 'indicators-web', schema: indicatorsWeb, budget: 700_000 },
  { name: 'notify', schema: notify, budget: 450_000 },
  // Three services of AWS beside the store: mail, secrets, queues.
  { name: 'send-messages', schema: sendMessages, budget: 570_000 },
  { name: 'record-email-receipts', schema: recordEmailReceipts, budget: 330_000 },
];

describe('every function', () => {
  it('has a budget', () => {
    const folders = readdirSync(`${REPOSITORY_ROOT}functions`, { withFileTypes: true });
    expect(
      folders
        .filter((each) => each.isDirectory())
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(BUDGETS.map(({ name }) => name).toSorted());
  });
});

describe.each(BUDGETS)('the bundle of $name', ({ name, schema, budget }) => {
  it(`is at most ${budget} bytes`, () => {
    expect(bundleSize(name)).toBeLessThanOrEqual(budget);
  });

  it('is the same, byte for byte, when it is made again', () => {
    const first = bundleAfresh(name);
    const second = bundleAfresh(name);
    expect(second.hash).toBe(first.hash);
    expect(second.file).toBe(first.file);
  });

  it('names no path of the machine that made it', () => {
    expect(readFileSync(bundleFunction(name).file, 'utf8')).not.toContain(REPOSITORY_ROOT);
  });

  it('is one file, alone in its folder', () => {
    expect(readdirSync(bundleFunction(name).directory)).toEqual([BUNDLE_FILE]);
  });

  it('finds credentials in the environment only', () => {
    const inputs = Object.keys(bundleFunction(name).inputs);
    expect(inputs.filter((path) => /credential-provider-(node|ini|sso|process|http|web-identity)/.test(path))).toEqual(
      [],
    );
  });

  it('starts in plain Node with nothing but its environment, and hands over a handler', () => {
    const script = `import(${JSON.stringify(bundleFunction(name).file)}).then((it) => console.log(typeof it.handler))`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...examplesOf(schema), AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
    });
    expect(printed.trim().split('\n').at(-1)).toBe('function');
  });
});

/** A value for every key that the schema takes. */
function examplesOf(schema: z.ZodObject): Record<string, string> {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  return Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [
      key,
      ['test', 'https://test.example', 'updates@test.example'].find((text) => field.safeParse(text).success) ?? '',
    ]),
  );
}
