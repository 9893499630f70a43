import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const templateSchema = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z
    .record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.unknown() }).optional() }))
    .default({}),
});

const manifestSchema = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z.looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
    }),
  ),
});

const assetManifestSchema = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** A CloudFormation template, its intrinsic functions not resolved yet. */
export type Template = z.output<typeof templateSchema>;

/** One resource of a template, as written. */
export type TemplateResource = z.output<typeof resourceSchema>;

/** One stack of a synthesized app. */
export interface StackTemplate {
  readonly name: string;
  readonly template: Template;
  /** Absolute path of each asset, by the key of the object it would be uploaded as. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads every stack of a synthesized cloud assembly (`cdk.out`).
 * @throws ZodError or Error when the folder is not a cloud assembly.
 */
export function readAssembly(directory: string): readonly StackTemplate[] {
  const manifest = manifestSchema.parse(parseFile(join(directory, 'manifest.json')));
  return Object.entries(manifest.artifacts).flatMap(([id, artifact]) => {
    if (artifact.type !== 'aws:cloudformation:stack') return [];
    const file = artifact.properties?.templateFile ?? `${id}.template.json`;
    return {
      name: artifact.properties?.stackName ?? id,
      template: templateSchema.parse(parseFile(join(directory, file))),
      assets: readAssets(directory, file.replace(/\.template\.json$/, '.assets.json')),
    };
  });
}

function readAssets(directory: string, file: string): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  for (const asset of Object.values(assetManifestSchema.parse(parseFile(join(directory, file))).files)) {
    if (asset.source.path === undefined) continue;
    for (const { objectKey } of Object.values(asset.destinations)) {
      assets.set(objectKey, join(directory, asset.source.path));
    }
  }
  return assets;
}

function parseFile(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
