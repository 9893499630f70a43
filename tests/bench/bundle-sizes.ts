/** C6: the functions' bundles, against the same handlers built by the default recipe of esbuild for Node. */
import { buildSync } from 'esbuild';
import { bundleSize } from '../../infra/bundle/function-bundle.ts';
import { REPOSITORY_ROOT } from '../../infra/bundle/settings.ts';
import { buildAssets } from '../../shared/http/assets/build.ts';
import { atMost, type Bench } from './figure.ts';

const goals = [
  { name: 'api', bytes: 450_000, ratio: 0.5 },
  { name: 'web', bytes: 700_000, ratio: 0.65 },
] as const;

export const bundleSizes: Bench = {
  name: 'Sizes of functions',
  async measure() {
    await buildAssets();
    return goals.flatMap(({ name, bytes, ratio }) => {
      const ours = bundleSize(name);
      return [
        atMost('C6', `${name}, minified`, ours, bytes, 'bytes'),
        atMost('C6', `${name}, against the default recipe`, ours / defaultRecipe(name), ratio, 'x'),
      ];
    });
  },
};

/** The same sources as most projects bundle them: esbuild's own choice of fields, nothing replaced. */
function defaultRecipe(name: string): number {
  const result = buildSync({
    entryPoints: [`./functions/${name}/handler.ts`],
    absWorkingDir: REPOSITORY_ROOT,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    write: false,
    logLevel: 'silent',
    outfile: 'index.mjs',
  });
  return result.outputFiles[0]?.contents.byteLength ?? 0;
}
