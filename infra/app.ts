import { join } from 'node:path';
import { App, CfnResource, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { buildAssets } from '../shared/http/assets/build.ts';
import { ACKNOWLEDGEMENTS, acknowledgeFindings } from './acknowledgements.ts';
import { bundleFunction, bundleSize } from './bundle/function-bundle.ts';
import { REPOSITORY_ROOT } from './bundle/settings.ts';
import { type ConfigurationChanges, readConfiguration } from './config.ts';
import { FEATURE_FLAGS } from './feature-flags.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EDGE_REGION, EdgeStack } from './stacks/edge-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** How to build the app. */
export interface AppOptions {
  /** Whose configuration is read from `infra/stages`; `local` without it. */
  readonly stage?: string;
  /** Folder that `synth()` writes to; a temporary one without it. */
  readonly outdir?: string;
  /** Settings laid over the stage's file. */
  readonly changes?: ConfigurationChanges;
  /** False leaves the functions' sources unbundled, for whoever looks at the templates and not at the code. */
  readonly bundle?: boolean;
  /** False leaves the security rules unchecked, for whoever has no time at a start and checks them in a test. */
  readonly check?: boolean;
  /** False leaves every finding unacknowledged, for whoever compares findings with acknowledgements. */
  readonly acknowledge?: boolean;
}

/**
 * Builds the whole app in memory, offline and without an AWS account; `buildApp().app.synth()` gives the templates.
 * `synth()` throws when a template is one that CloudFormation would refuse or that breaks a security rule.
 */
export function buildApp(options: AppOptions = {}) {
  const configuration = readConfiguration(options.stage ?? 'local', options.changes);
  const check = options.check ?? true;
  const app = new App({
    ...(options.outdir ? { outdir: options.outdir } : {}),
    analyticsReporting: false,
    treeMetadata: false,
    context: FEATURE_FLAGS,
    builtinCloudFormationValidation: check,
  });
  const prefix = `send-waiting-lists-${configuration.stage}`;
  const originDomain = `origin.${configuration.domain}`;
  const env = { region: configuration.region };
  const data = new DataStack(app, `${prefix}-data`, { env, configuration });
  const service = new ServiceStack(app, `${prefix}-service`, {
    env,
    configuration,
    data,
    originDomain,
    codeOf:
      options.bundle === false
        ? (name) => join(REPOSITORY_ROOT, 'functions', name)
        : (name) => bundleFunction(name).directory,
  });
  const edge = new EdgeStack(app, `${prefix}-edge`, { env: { region: EDGE_REGION }, configuration, originDomain });
  if (options.acknowledge ?? true) acknowledgeFindings(app);
  if (check) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, configuration, data, service, edge };
}

/** Synthesizes into `cdk.out` and says what was made; throws, having said why, when a template or a rule is broken. */
async function synthesize(stage: string): Promise<void> {
  await buildAssets(); // the pages' bundle takes them in
  const { app, data, service, edge } = buildApp({ outdir: join(REPOSITORY_ROOT, 'cdk.out'), stage });
  app.synth();
  const said = [data, service, edge].map((stack) => `${stack.stackName}: ${countResources(stack)} resources`);
  const functions = service.functions.map(
    ({ folder: name }) => `function ${name}: ${bundleSize(name).toLocaleString('en-GB')} bytes`,
  );
  const rules = `Accepted by CloudFormation's own checks and the AwsSolutions and Serverless rules, with ${ACKNOWLEDGEMENTS.length} acknowledgements (infra/acknowledgements.ts).`;
  process.stdout.write(`${[...said, ...functions, rules, 'The templates are in cdk.out.'].join('\n')}\n`);
}

function countResources(stack: Stack): number {
  return stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
}

if (import.meta.main) await synthesize(process.argv[2] ?? 'local');
