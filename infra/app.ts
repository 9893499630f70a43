import { App } from 'aws-cdk-lib';
import { bundleFunction } from './bundle/function-bundle.ts';
import { type ConfigurationChanges, readConfiguration } from './config.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** How to build the app. */
export interface AppOptions {
  /** Whose configuration is read from `infra/stages`; `local` without it. */
  readonly stage?: string;
  /** Folder that `synth()` writes to; a temporary one without it. */
  readonly outdir?: string;
  /** Settings laid over the stage's file. */
  readonly changes?: ConfigurationChanges;
}

/** Builds the whole app in memory, offline and without an AWS account: `buildApp().app.synth()` gives the templates. */
export function buildApp(options: AppOptions = {}) {
  const configuration = readConfiguration(options.stage ?? 'local', options.changes);
  const app = new App({
    ...(options.outdir ? { outdir: options.outdir } : {}),
    analyticsReporting: false,
    treeMetadata: false,
    // A template that CloudFormation would refuse is refused here.
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  const prefix = `send-waiting-lists-${configuration.stage}`;
  const env = { region: configuration.region };
  const data = new DataStack(app, `${prefix}-data`, { env, configuration });
  const service = new ServiceStack(app, `${prefix}-service`, {
    env,
    configuration,
    data,
    originDomain: `origin.${configuration.domain}`,
    codeOf: (name) => bundleFunction(name).directory,
  });
  return { app, configuration, data, service };
}

if (import.meta.main) {
  const { app } = buildApp({ outdir: 'cdk.out', ...(process.env['STAGE'] ? { stage: process.env['STAGE'] } : {}) });
  const assembly = app.synth();
  for (const { stackName, template } of assembly.stacks) {
    console.log(`${stackName}: ${Object.keys(template.Resources).length} resources`);
  }
}
