import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const LAYERS = ['shared', 'functions', 'events', 'infra', 'tests', 'tooling'];

/** A file, what it imports, and the layer rules which that breaks. */
const IMPORTS: [from: string, to: string, broken: string[]][] = [
  ['shared/domain/a.ts', 'shared/application/target.ts', ['domain']],
  ['shared/domain/b.ts', 'node:fs', ['domain']],
  ['shared/domain/c.ts', 'temporal-polyfill', ['home-of-temporal']],
  ['shared/domain/d.ts', '@middy/core', ['domain', 'home-of-middy']],
  ['shared/domain/e.ts', 'zod', []],
  ['shared/domain/calendar/a.ts', 'temporal-polyfill', []],
  ['shared/application/a.ts', 'shared/adapters/target.ts', ['application']],
  ['shared/application/b.ts', 'shared/http/target.ts', ['application']],
  ['shared/application/c.ts', 'events/target.ts', []],
  ['shared/adapters/a.ts', 'shared/http/target.ts', ['adapters']],
  ['shared/adapters/b.ts', 'events/target.ts', ['adapters']],
  ['shared/adapters/c.ts', 'shared/application/target.ts', []],
  ['shared/adapters/d.ts', '@aws-sdk/lib-dynamodb', []],
  ['shared/adapters/e.ts', 'fast-check', ['declared']],
  ['shared/http/a.ts', 'shared/adapters/target.ts', ['http']],
  ['shared/http/b.ts', '@aws-sdk/lib-dynamodb', ['home-of-aws-sdk']],
  ['shared/http/c.ts', '@middy/core', []],
  ['functions/api/a.ts', 'functions/web/target.ts', ['functions']],
  ['functions/api/b.ts', '@middy/core', ['home-of-middy']],
  ['functions/api/c.ts', 'tests/target.ts', ['functions', 'nothing-imports-tests']],
  ['functions/api/d.ts', 'infra/target.ts', ['functions', 'nothing-imports-infra']],
  ['functions/api/e.ts', 'shared/adapters/target.ts', []],
  ['functions/api/f.ts', 'functions/api/environment.ts', []],
  ['events/a.ts', 'shared/application/target.ts', ['events']],
  ['events/b.ts', 'shared/domain/target.ts', []],
  ['infra/a.ts', 'functions/web/target.ts', ['infra']],
  ['infra/b.ts', 'infra/local/target.ts', ['template-knows-no-local-cloud']],
  ['infra/c.ts', 'functions/api/environment.ts', []],
  ['infra/d.ts', 'shared/adapters/dynamodb/table.ts', []],
  ['infra/local/a.ts', 'shared/application/target.ts', ['infra']],
  ['infra/local/b.ts', 'infra/target.ts', []],
  ['infra/local/seed/a.ts', 'shared/application/target.ts', []],
  ['infra/local/seed/b.ts', 'functions/web/target.ts', ['seed']],
  ['tooling/a.ts', 'shared/domain/target.ts', ['tooling-stands-apart']],
  ['tests/journeys/a.ts', 'infra/local/target.ts', []],
  ['tests/journeys/b.ts', 'shared/nowhere.ts', ['resolves']],
];

let project: string;
/** The rules broken by each file's import, by the file. */
const brokenBy = new Map<string, string[]>();

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'layers-'));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
  const declared = ['zod', 'temporal-polyfill', '@middy/core', '@aws-sdk/lib-dynamodb'];
  write('package.json', JSON.stringify({ dependencies: Object.fromEntries(declared.map((name) => [name, '*'])) }));
  for (const [from, to] of IMPORTS) {
    if (to.endsWith('.ts') && !to.includes('nowhere')) write(to, 'export const found = 1;');
    const specifier = to.endsWith('.ts') ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
    write(from, `import * as imported from '${specifier}';\nexport const used = imported;`);
  }
  write('events/circle-one.ts', "import type { two } from './circle-two.ts';\nexport const one: typeof two = 1;");
  write('events/circle-two.ts', "import { one } from './circle-one.ts';\nexport const two: number = one;");
  for (const { from, rule } of violations()) brokenBy.set(from, [...(brokenBy.get(from) ?? []), rule.name].toSorted());
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(project, dirname(path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** What dependency-cruiser finds in the project under the rules of this repository. */
function violations(): { from: string; rule: { name: string } }[] {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json', ...LAYERS];
  const run = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', maxBuffer: 64e6 });
  if (run.stdout === '') throw new Error(`dependency-cruiser printed nothing: ${run.stderr}`);
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations;
}

describe('layer directions', () => {
  const [allowed, forbidden] = [IMPORTS.filter((each) => each[2].length === 0), IMPORTS.filter((each) => each[2][0])];

  it.each(forbidden)('%s may not import %s', (from, _, rules) => {
    expect(brokenBy.get(from)).toEqual(rules);
  });

  it.each(allowed)('%s may import %s', (from) => {
    expect(brokenBy.get(from)).toBeUndefined();
  });

  it('finds two files that need each other, types included', () => {
    // A circle is reported once, at the first of its files.
    expect(brokenBy.get('events/circle-one.ts')).toEqual(['no-cycle']);
  });
});
