import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** Root of the repository: bundles are built relative to it, so that no bundle holds a path of the machine that built it. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The one file of a bundle, as Lambda's `index.handler` finds it. */
export const BUNDLE_FILE = 'index.mjs';

/**
 * How every function is bundled. `mainFields` takes the ESM build of each dependency, which can be tree-shaken (with
 * esbuild's defaults for Node the same handler is more than twice the size).
 */
export const BUNDLE_SETTINGS = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  conditions: ['module', 'import', 'node'],
  legalComments: 'none',
  charset: 'utf8',
  absWorkingDir: REPOSITORY_ROOT,
  // What the SDK brings along and a function of ours never runs.
  alias: {
    '@aws-sdk/credential-provider-node': './infra/bundle/environment-credentials.ts',
    '@aws-sdk/endpoint-cache': './infra/bundle/no-endpoint-cache.ts',
    '@smithy/core/event-streams': './infra/bundle/no-event-streams.ts',
  },
  // A dependency published as CommonJS still asks for Node's own modules by `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  // Style sheets, icons and templates travel inside the bundle: the function reads no file when it runs.
  loader: {
    '.css': 'text',
    '.html': 'text',
    '.njk': 'text',
    '.svg': 'text',
    '.txt': 'text',
    '.ico': 'binary',
    '.png': 'binary',
    '.woff2': 'binary',
  },
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;
