import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { BUNDLE_FILE, BUNDLE_SETTINGS, REPOSITORY_ROOT } from './settings.ts';

/** One function, bundled. */
export interface FunctionBundle {
  /** The function's name: its folder under `functions`. */
  readonly name: string;
  /** SHA-256 of the code, in hex: the same sources give the same hash on any machine. */
  readonly hash: string;
  /** Size of the code, in bytes, as Lambda loads it. */
  readonly bytes: number;
  /** Folder that holds the code and nothing else: what is deployed. */
  readonly directory: string;
  /** The code itself, within `directory`. */
  readonly file: string;
  /** Every source that went into the bundle with the bytes it takes there, by path from the root of the repository. */
  readonly inputs: Readonly<Record<string, number>>;
}

const built = new Map<string, FunctionBundle>();

/**
 * Bundles a function, once in the life of a process. The code is kept under `node_modules/.cache/bundles` in a folder named
 * by its content, so that two processes bundling at once cannot disturb one another and an unchanged function keeps its path.
 * @throws esbuild's BuildFailure when a source does not compile or an import is missing.
 */
export function bundleFunction(name: string): FunctionBundle {
  const known = built.get(name);
  if (known) return known;
  const bundle = bundleAfresh(name);
  built.set(name, bundle);
  return bundle;
}

/** Bundles a function whatever was bundled before: for whoever watches the sources, or checks that two builds agree. */
export function bundleAfresh(name: string): FunctionBundle {
  const result = buildSync({
    ...BUNDLE_SETTINGS,
    entryPoints: [`./functions/${name}/handler.ts`],
    outfile: BUNDLE_FILE,
  });
  const output = result.outputFiles[0];
  const description = Object.values(result.metafile.outputs)[0];
  if (!output || !description) throw new Error(`esbuild made nothing of the function ${name}`);
  const hash = createHash('sha256').update(output.contents).digest('hex');
  const directory = join(REPOSITORY_ROOT, 'node_modules', '.cache', 'bundles', `${name}-${hash.slice(0, 16)}`);
  keep(directory, output.contents);
  return {
    name,
    hash,
    bytes: output.contents.byteLength,
    directory,
    file: join(directory, BUNDLE_FILE),
    inputs: Object.fromEntries(
      Object.entries(description.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]),
    ),
  };
}

/** Size of a function's bundle, in bytes. */
export function bundleSize(name: string): number {
  return bundleFunction(name).bytes;
}

/** Writes the code beside its place, then moves it there whole: a reader sees all of it or none. */
function keep(directory: string, code: Uint8Array): void {
  if (existsSync(join(directory, BUNDLE_FILE))) return;
  const draft = `${directory}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, BUNDLE_FILE), code);
  try {
    renameSync(draft, directory);
  } catch (error) {
    // Another process finished first, with the same content.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(directory, BUNDLE_FILE))) throw error;
  }
}
