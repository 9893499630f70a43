/**
 * Which pages of the real site axe looked at: written down by `axe()` itself, so that no test has to list what it looks at. When
 * all tests have run, `tests/afterwards` asks whether any page of the site is missing.
 */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../tooling/run-tool.ts';

const FOLDER = join(PROJECT_ROOT, 'reports', 'checked-pages');

/** Where the real site is in this process. Pages of other servers, of the kit for one, are not pages of the site. */
const origins = new Set<string>();

export function ofTheSite(origin: string): void {
  origins.add(origin);
}

/** Called for every page that axe looks at. */
export function checkedPage(address: string): void {
  const { origin, pathname } = new URL(address);
  if (!origins.has(origin)) return;
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(join(FOLDER, `${process.pid}.txt`), `${pathname}\n`);
}

/** Every path of the site that axe looked at in this run of the tests. */
export function checkedPaths(): ReadonlySet<string> {
  return new Set(readdirSync(FOLDER).flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').trim().split('\n')));
}

/** Before the pages of a run: what was looked at in an earlier one says nothing about this. */
export function setup(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
