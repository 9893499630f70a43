/**
 * Builds the assets of the pages from nhsuk-frontend and our own sources, and writes them to `built.js`, which the bundle of the
 * function that serves them takes in, and where they are to `built-hashes.js`, for those that draw pages. Run before bundling. The same sources always give the same bytes, and unchanged sources are not built again.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type * as sassTypes from 'sass';
import { contentHash } from './addresses.ts';
import { type BuiltAsset, type BuiltAssets, hashesOf } from './assets.ts';

type Sass = typeof sassTypes;

const HERE = new URL('.', import.meta.url);
const PACKAGES = new URL('../../../node_modules/', import.meta.url);
const PACKAGE = new URL('nhsuk-frontend/', PACKAGES);
const OUTPUT = new URL('built.js', HERE);
const HASHES = new URL('built-hashes.js', HERE);

// Images that the style sheet draws. The style sheet names them by their addresses, so they are built first.
const IMAGES = [
  'nhsuk-icon-arrow-up-down.svg',
  'nhsuk-icon-arrow-up.svg',
  'nhsuk-icon-arrow-down.svg',
  'nhsuk-icon-cross.svg',
];
const IMAGE_ADDRESS = /url\(["']?\/images\/([a-z0-9.-]+)["']?\)/g;

/** The assets, built if their sources have changed since `built.js` was written. Takes under three seconds. */
export async function buildAssets(): Promise<BuiltAssets> {
  const mark = `// sources ${await hashOfSources()}\n`;
  const [present, hashes] = await Promise.all([OUTPUT, HASHES].map((file) => readFile(file, 'utf8').catch(() => '')));
  if (present?.startsWith(mark) && hashes?.startsWith(mark)) return parsed(present);
  const assets = await built();
  await written(OUTPUT, `${mark}export const builtAssets = ${JSON.stringify(assets, null, 1)};\n`);
  await written(HASHES, `${mark}export const builtHashes = ${JSON.stringify(hashesOf(assets), null, 1)};\n`);
  return assets;
}

/** Several processes may build at once: each writes a file of its own and the rename is atomic. */
async function written(file: URL, module: string): Promise<void> {
  const draft = new URL(`built.${process.pid}.${Math.trunc(performance.now())}.tmp`, HERE);
  await writeFile(draft, module);
  await rename(draft, file);
}

function parsed(module: string): BuiltAssets {
  return JSON.parse(module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1)) as BuiltAssets;
}

async function built(): Promise<BuiltAssets> {
  const images = await Promise.all([...IMAGES.map(packagedImage), favicon()]);
  const addresses = new Map(images.map(([name, asset]) => [name, `/assets/${asset.hash}/${name}`]));
  const [css, script] = await Promise.all([stylesheet(addresses), browserModule()]);
  return Object.fromEntries([
    ['app.css', await compressed(css, 'text/css; charset=utf-8')],
    ['app.js', await compressed(script, 'text/javascript; charset=utf-8')],
    ...images,
  ]);
}

async function stylesheet(addresses: ReadonlyMap<string, string>): Promise<string> {
  // Loaded only when something is built: the compiler takes longer to load than everything else here.
  // Required rather than imported: under a test runner that looks through what it imports, it would complain of its own names.
  const sass = createRequire(import.meta.url)('sass') as Sass;
  const { transform } = await import('esbuild');
  const { css } = sass.compile(fileURLToPath(new URL('styles/app.scss', HERE)), {
    loadPaths: [fileURLToPath(new URL('dist/', PACKAGE))],
    quietDeps: true,
    style: 'expanded',
  });
  const addressed = css.replace(IMAGE_ADDRESS, (_, name: string) => {
    const address = addresses.get(name);
    if (address === undefined) throw new Error(`The style sheet names an image that is not built: ${name}`);
    return `url("${address}")`;
  });
  const { code } = await transform(addressed, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' });
  return code;
}

async function browserModule(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('browser/app.ts', HERE))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('The browser module was not built');
  return file.text;
}

async function packagedImage(name: string): Promise<[string, BuiltAsset]> {
  const content = await readFile(new URL(`dist/nhsuk/assets/images/${name}`, PACKAGE));
  return [name, await compressed(content, 'image/svg+xml')];
}

async function favicon(): Promise<[string, BuiltAsset]> {
  return ['favicon.svg', await compressed(await readFile(new URL('favicon.svg', HERE)), 'image/svg+xml')];
}

async function compressed(content: string | Uint8Array, contentType: string): Promise<BuiltAsset> {
  const bytes = Buffer.from(content);
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return { hash: contentHash(bytes), contentType, brotli: brotli.toString('base64'), gzip: zipped.toString('base64') };
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['nhsuk-frontend', 'sass', 'esbuild']) {
    const manifest = JSON.parse(await readFile(new URL(`${name}/package.json`, PACKAGES), 'utf8')) as {
      version: string;
    };
    hash.update(`${name} ${manifest.version}\n`);
  }
  for (const name of (await readdir(HERE, { recursive: true })).sort()) {
    if (!/\.(?:ts|scss|svg)$/.test(name) || name.endsWith('.d.ts')) continue;
    hash.update(`${name}\n`).update(await readFile(new URL(name, HERE)));
  }
  return hash.digest('hex');
}
