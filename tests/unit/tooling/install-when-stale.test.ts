import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../../../tooling/install-when-stale.js');
const WANTED = {
  '': { name: 'project' },
  'node_modules/zod': { version: '4.0.0', integrity: 'sha512-z' },
  'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-o', optional: true },
};
const INSTALLED = { 'node_modules/zod': WANTED['node_modules/zod'] };

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'install-'));
  mkdirSync(join(project, 'tooling'));
  copyFileSync(SCRIPT, join(project, 'tooling/install-when-stale.js'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function haveInstalled(packages: object): void {
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  writeFileSync(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

/** Runs the script with a program in npm's place that notes how it was called and installs what it is told to. */
function run(npmInstalls: object | 'nothing and fails' = INSTALLED): {
  status: number | null;
  said: string;
  npmRan: boolean;
} {
  const npm = join(project, 'npm-stand-in.js');
  const lines = [
    "import { mkdirSync, writeFileSync } from 'node:fs';",
    "writeFileSync('npm-called', process.argv.slice(2).join(' '));",
    npmInstalls === 'nothing and fails' ? 'process.exit(7);' : "mkdirSync('node_modules', { recursive: true });",
    `writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify({ packages: npmInstalls }))});`,
  ];
  writeFileSync(npm, lines.join('\n'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tooling/install-when-stale.js'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm, npm_node_execpath: process.execPath },
  });
  return { status, said: stdout + stderr, npmRan: existsSync(join(project, 'npm-called')) };
}

it('installs when nothing is installed', () => {
  expect(run()).toMatchObject({ status: 0, npmRan: true, said: expect.stringContaining('nothing is installed yet') });
});

it('does and says nothing when everything is there, other platforms’ packages aside', () => {
  haveInstalled(INSTALLED);
  expect(run()).toEqual({ status: 0, npmRan: false, said: '' });
});

it.each([
  ['another version', { 'node_modules/zod': { version: '3.9.9', integrity: 'sha512-y' } }, 'zod is 3.9.9'],
  ['the same version of other content', { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-x' } }, 'zod'],
  ['a package missing', {}, 'zod is not installed'],
])('installs when it finds %s', (_, installed, said) => {
  haveInstalled(installed);
  expect(run()).toMatchObject({ status: 0, npmRan: true, said: expect.stringContaining(said) });
});

it('stops with npm’s failure, and when npm left something out', () => {
  expect(run('nothing and fails')).toMatchObject({ status: 1, said: expect.stringContaining('npm ci failed') });
  expect(run({})).toMatchObject({ status: 1, said: expect.stringContaining('zod is not installed') });
});

it('says that a copy without a lockfile is not whole', () => {
  rmSync(join(project, 'package-lock.json'));
  expect(run()).toMatchObject({ status: 1, npmRan: false, said: expect.stringContaining('not a whole copy') });
});
