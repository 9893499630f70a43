import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ACKNOWLEDGEMENTS } from '../../infra/acknowledgements.ts';
import { buildApp } from '../../infra/app.ts';

const outdir = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Findings as lines of `rule path`, in order. */
function findings(app: ReturnType<typeof buildApp>['app']): readonly string[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    )
    .toSorted();
}

describe('the templates of production', () => {
  it('are ones that CloudFormation takes', () => {
    const { app } = buildApp({ stage: 'production', bundle: false, outdir });
    app.synth();
    const report = z
      .object({ pluginReports: z.array(z.unknown()) })
      .parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
    expect(report.pluginReports).toEqual([]);
  });

  it('keep the AwsSolutions and Serverless rules', () => {
    expect(findings(buildApp({ stage: 'production', bundle: false }).app)).toEqual([]);
  });

  it('keep them with everything configured that may be', () => {
    const provider = {
      name: 'CIS2',
      issuer: 'https://issuer.example',
      clientId: 'client',
      clientSecretId: 'waiting-lists/cis2',
      scopes: ['openid'],
      claims: { email: 'email' },
    };
    const changes = { alarmEmail: 'on-call@trust.example', identityProviders: [provider] };
    expect(findings(buildApp({ stage: 'production', bundle: false, changes }).app)).toEqual([]);
  });

  it('are refused when one rule is broken', () => {
    const { app, service } = buildApp({ stage: 'production', bundle: false });
    service.functions[0]?.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
    expect(() => app.synth()).toThrow(/AwsSolutions-IAM5\[Action::dynamodb:\*\]/);
  });
});

describe('acknowledgements', () => {
  it('are at most ten, of ten different rules', () => {
    expect(ACKNOWLEDGEMENTS.length).toBeLessThanOrEqual(10);
    expect(new Set(ACKNOWLEDGEMENTS.map(({ rule }) => rule)).size).toBe(ACKNOWLEDGEMENTS.length);
  });

  it.each(ACKNOWLEDGEMENTS)('$rule has a reason of a sentence', ({ reason }) => {
    expect(reason).toMatch(/^[A-Z].{50,}\.$/);
  });

  it('cover exactly what the rules find, and no resource more', () => {
    const { app } = buildApp({ stage: 'production', bundle: false, check: false, acknowledge: false });
    const covered = app.node
      .findAll()
      .filter((node) => CfnResource.isCfnResource(node))
      .flatMap((node) =>
        ACKNOWLEDGEMENTS.filter(({ covers }) => covers(node)).map(({ rule }) => `${rule} ${node.node.path}`),
      );
    expect(findings(app)).toEqual(covered.toSorted());
  });

  it('excuse no wildcard but that of tracing', () => {
    const { app, service } = buildApp({ stage: 'test', bundle: false, check: false, acknowledge: false });
    service.functions[0]?.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] }));
    const role = service.functions[0]?.role;
    const policy = app.node
      .findAll()
      .filter((node) => CfnResource.isCfnResource(node))
      .find((node) => node.cfnResourceType === 'AWS::IAM::Policy' && role && node.node.path.startsWith(role.node.path));
    expect(policy && Stack.of(policy)).toBe(service);
    expect(ACKNOWLEDGEMENTS.filter(({ covers }) => policy && covers(policy))).toEqual([]);
  });
});
