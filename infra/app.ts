import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledgements.ts';
import { bundleFunction } from './bundle/function-bundle.ts';
import { type ConfigurationChanges, readConfiguration } from './config.ts';
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
    context: { '@aws-cdk/core:validateAgainstDefaultRules': check },
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
    codeOf: options.bundle === false ? (name) => `functions/${name}` : (name) => bundleFunction(name).directory,
  });
  const edge = new EdgeStack(app, `${prefix}-edge`, { env: { region: EDGE_REGION }, configuration, originDomain });
  acknowledgeFindings(app);
  if (check) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, configuration, data, service, edge };
}

if (import.meta.main) {
  const { app } = buildApp({ outdir: 'cdk.out', ...(process.env['STAGE'] ? { stage: process.env['STAGE'] } : {}) });
  const assembly = app.synth();
  for (const { stackName, template } of assembly.stacks) {
    console.log(`${stackName}: ${Object.keys(template.Resources).length} resources`);
  }
}
