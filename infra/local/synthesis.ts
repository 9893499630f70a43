import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from '../../shared/http/assets/build.ts';
import { REPOSITORY_ROOT } from '../bundle/settings.ts';
import { publicUrl, readConfiguration } from '../config.ts';

/** A synthesized app. */
export interface Synthesis {
  /** The cloud assembly. */
  readonly directory: string;
  /** Origin that its templates say people use. */
  readonly publicUrl: string;
}

/** The stage of this machine, whose configuration is in `infra/stages`. */
const STAGE = 'local';

/** Milliseconds that an assembly is kept unused: two days. */
const KEPT = 2 * 86_400_000;

/** Everything that a template or a bundle is made from. */
const SOURCES = ['events', 'functions', 'infra', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json'];

const ASSETS = join('shared', 'http', 'assets');

/** What lies in `SOURCES` and changes neither template nor bundle: the local cloud itself, and what is built from the rest. */
const APART = [join('infra', 'local'), join(ASSETS, 'built.js'), join(ASSETS, 'built-hashes.js')];
const APART_BY_NAME = /\.(md|tmp)$/;

/**
 * Synthesizes the app for this machine: the templates and the bundled functions. The assembly is kept under
 * `node_modules/.cache/assemblies` by the content of all sources, so that starting again without a change takes no
 * synthesis (about four seconds) and no bundling.
 */
export async function synthesize(): Promise<Synthesis> {
  const url = publicUrl(readConfiguration(STAGE));
  const kept = join(REPOSITORY_ROOT, 'node_modules', '.cache', 'assemblies');
  const directory = join(kept, hashOfSources());
  if (existsSync(directory)) {
    utimesSync(directory, new Date(), new Date());
  } else {
    removeOld(kept, KEPT);
    const draft = `${directory}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    await buildAssets(); // bundles take them in
    const { buildApp } = await import('../app.ts');
    buildApp({ stage: STAGE, outdir: draft, check: false }).app.synth();
    moveInto(draft, directory);
  }
  return { directory, publicUrl: url };
}

/** Removes what a folder of a cache holds that was not used for this many milliseconds. */
export function removeOld(folder: string, milliseconds: number): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (used !== undefined && used < Date.now() - milliseconds) rmSync(path, { recursive: true, force: true });
  }
}

/** Moves a finished assembly to its place; whoever reads there finds all of it or nothing. */
function moveInto(draft: string, directory: string): void {
  try {
    renameSync(draft, directory);
  } catch (error) {
    // Another process finished first, with the same content.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(REPOSITORY_ROOT, file)))
      .update('\n');
  }
  return hash.digest('hex').slice(0, 32);
}

/** Files under a path of the repository, in an order that does not depend on the machine. */
function filesUnder(path: string): string[] {
  if (APART.includes(path) || APART_BY_NAME.test(path) || !existsSync(join(REPOSITORY_ROOT, path))) return [];
  if (!isFolder(path)) return [path];
  return readdirSync(join(REPOSITORY_ROOT, path), { withFileTypes: true })
    .map(({ name }) => join(path, name))
    .sort()
    .flatMap(filesUnder);
}

function isFolder(path: string): boolean {
  try {
    readdirSync(join(REPOSITORY_ROOT, path));
    return true;
  } catch {
    return false;
  }
}
