import { CfnCondition, CfnMapping, CfnOutput, CfnParameter, CfnResource, Fn, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/local/synthesis.ts';
import { describeCloud } from '../../../infra/local/template/cloud-description.ts';
import { resolveValue } from '../../../infra/local/template/intrinsics.ts';
import { type Change, PUBLIC_URL, synthesizeSmallApp } from './small-app/small-app.ts';

const surroundings = {
  region: 'eu-west-2',
  account: '000000000000',
  publicUrl: PUBLIC_URL,
  gatewayUrl: 'http://127.0.0.1:1',
  issuer: 'http://127.0.0.1:2',
};

const described = (change?: Change) => describeCloud(synthesizeSmallApp(change).directory, surroundings);

describe('the description of an app', () => {
  const cloud = described();
  const named = <T extends { readonly name: string }>(things: readonly T[], part: string): T => {
    const found = things.find(({ name }) => name.includes(part));
    if (!found) throw new Error(`nothing is called ${part}`);
    return found;
  };

  it('follows references between stacks', () => {
    const things = cloud.tables.find(({ definition }) => definition.name.includes('Things'));
    expect(things?.definition).toMatchObject({
      stream: true,
      keySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    });
    expect(cloud.subscriptions.map(({ sourceArn }) => sourceArn)).toContain(things?.streamArn);
    const notes = cloud.tables.find(({ definition }) => definition.name.includes('Notes'));
    expect(named(cloud.functions, 'Note').environment['NOTES_TABLE']).toBe(notes?.definition.name);
    const role = cloud.roles.find(({ arn }) => arn === named(cloud.functions, 'Note').roleArn);
    expect(role?.statements).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: [notes?.arn] }),
    );
  });

  it('puts this machine in the place of public addresses', () => {
    expect(named(cloud.functions, 'Answer').environment).toMatchObject({
      PUBLIC_URL: surroundings.gatewayUrl,
      ISSUER: surroundings.issuer,
    });
    const [web] = cloud.clients.filter(({ flows }) => flows.includes('code'));
    expect(web?.callbackUrls).toEqual([`${surroundings.gatewayUrl}/callback`]);
    const guarded = cloud.apis[0]?.routes.find(({ authorizer }) => authorizer);
    expect(guarded).toMatchObject({
      key: 'ANY /guarded/{proxy+}',
      scopes: ['small/use'],
      authorizer: { issuer: surroundings.issuer, audience: cloud.clients.map(({ id }) => id) },
    });
  });

  it('has the settings of subscriptions, asynchronous invocations, queues and schedules', () => {
    const failures = named(cloud.queues, 'Failures');
    const stream = cloud.subscriptions.find(({ sourceArn }) => sourceArn.includes('/stream/'));
    expect(stream).toMatchObject({ batchSize: 10, bisect: true, partial: true, retries: 2, onFailure: failures.arn });
    expect(named(cloud.functions, 'Note').asynchronous).toMatchObject({ retries: 2, onFailure: failures.arn });
    expect(named(cloud.queues, 'Work').redrive).toEqual({ arn: failures.arn, after: 2 });
    expect(named(cloud.queues, 'Copies').senders).toEqual(['events.amazonaws.com']);
    expect(named(cloud.schedules, 'Morning')).toMatchObject({
      expression: 'cron(30 6 ? * MON-FRI *)',
      timeZone: 'Europe/London',
      targetArn: named(cloud.functions, 'Note').arn,
    });
  });

  it('lets a service invoke a function only for the source that the template names', () => {
    const { mayInvoke, functions, rules } = cloud;
    const note = named(functions, 'Note').arn;
    const rule = named(rules, 'Changed').arn;
    expect(mayInvoke(note, 'events.amazonaws.com', rule)).toBe(true);
    expect(mayInvoke(note, 'events.amazonaws.com', `${rule}-other`)).toBe(false);
    expect(mayInvoke(note, 'apigateway.amazonaws.com', rule)).toBe(false);
    expect(mayInvoke(named(functions, 'Reveal').arn, 'events.amazonaws.com', rule)).toBe(false);
  });
});

describe('a template that cannot be run stops the start and says why', () => {
  it.each<[string, Change, RegExp]>([
    [
      'a resource type that nobody knows',
      ({ service }) => new CfnResource(service, 'Machine', { type: 'AWS::EC2::Instance' }),
      /small-service\/Machine \(AWS::EC2::Instance\)/,
    ],
    [
      'a property that would do something elsewhere and nothing here',
      ({ service }) => {
        const queue = service.node.findChild('Work').node.defaultChild as CfnResource;
        queue.addPropertyOverride('FifoQueue', true);
      },
      /Unrecognized key: "FifoQueue"/,
    ],
    [
      'an attribute that nobody knows',
      ({ service }) => {
        const answer = service.node.findChild('Answer').node.defaultChild as CfnFunction;
        answer.addPropertyOverride('Environment.Variables.ODD', { 'Fn::GetAtt': [answer.logicalId, 'Mood'] });
      },
      /cannot be resolved/,
    ],
    [
      'a managed policy that is not known',
      ({ service }) => {
        const role = service.node.findChild('Answer').node.findChild('ServiceRole').node.defaultChild as CfnResource;
        role.addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']);
      },
      /AdministratorAccess/,
    ],
  ])('%s', (_, change, message) => {
    expect(() => described(change)).toThrow(message);
  });

  it('has no second list of what runs: a function without its code is not skipped', () => {
    const change: Change = ({ service }) => {
      const answer = service.node.findChild('Answer').node.defaultChild as CfnFunction;
      answer.addPropertyOverride('Code.S3Key', 'elsewhere.zip');
    };
    expect(() => described(change)).toThrow(/The code of .* is not in the assembly/);
  });
});

describe('intrinsic functions', () => {
  const cloudWith = (value: (stack: Stack) => string) =>
    described(({ service }) => {
      const answer = service.node.findChild('Answer').node.defaultChild as CfnFunction;
      answer.addPropertyOverride('Environment.Variables.VALUE', value(service));
    }).functions.find(({ name }) => name.includes('Answer'))?.environment['VALUE'];

  it.each<[string, (stack: Stack) => string, string]>([
    ['Sub', () => Fn.sub(`\${AWS::Region}/\${Name}/\${!Kept}`, { Name: 'x' }), `eu-west-2/x/\${Kept}`],
    ['Select and Split', () => Fn.select(1, Fn.split(',', 'a,b,c')), 'b'],
    [
      'FindInMap',
      (stack) => new CfnMapping(stack, 'Map', { mapping: { a: { b: 'found' } } }).findInMap('a', 'b'),
      'found',
    ],
    ['a parameter', (stack) => new CfnParameter(stack, 'P', { default: 'by default' }).valueAsString, 'by default'],
    [
      'If with conditions of conditions',
      (stack) => {
        const yes = new CfnCondition(stack, 'Yes', { expression: Fn.conditionEquals('a', 'a') });
        const no = new CfnCondition(stack, 'No', { expression: Fn.conditionNot(yes) });
        const either = new CfnCondition(stack, 'Either', { expression: Fn.conditionOr(no, yes) });
        return Fn.conditionIf(either.logicalId, 'yes', 'no').toString();
      },
      'yes',
    ],
    ['the account', (stack) => stack.account, '000000000000'],
  ])('%s', (_, value, expected) => {
    expect(cloudWith(value)).toBe(expected);
  });

  it('leave out a resource whose condition is false', () => {
    const cloud = described(({ service }) => {
      const never = new CfnCondition(service, 'Never', { expression: Fn.conditionEquals('a', 'b') });
      const queue = new Queue(service, 'Conditional').node.defaultChild as CfnResource;
      queue.cfnOptions.condition = never;
    });
    expect(cloud.queues.map(({ name }) => name).filter((name) => name.includes('Conditional'))).toEqual([]);
  });

  it('read the output of another stack by the stack’s name', () => {
    const cloud = described(({ data, service }) => {
      new CfnOutput(data, 'Told', { value: Fn.join('-', [data.stackName, 'told']) });
      const answer = service.node.findChild('Answer').node.defaultChild as CfnFunction;
      answer.addPropertyOverride('Environment.Variables.VALUE', Fn.getStackOutput('small-data', 'Told'));
    });
    const answer = cloud.functions.find(({ name }) => name.includes('Answer'));
    expect(answer?.environment['VALUE']).toBe('small-data-told');
    expect(() => cloudWith(() => Fn.getStackOutput('small-data', 'Nothing'))).toThrow(/cannot be resolved/);
  });

  it('that nobody knows are an error', () => {
    const lookup = new Proxy({} as Parameters<typeof resolveValue>[1], { get: () => (text: string) => text });
    expect(() => resolveValue({ 'Fn::Cidr': [] }, lookup)).toThrow(/Fn::Cidr/);
  });

  it('know what needs nothing here', () => {
    expect(() => described(({ service }) => new StringParameter(service, 'Kept', { stringValue: 'x' }))).not.toThrow();
  });
});

it('a table’s own refusal holds for every role', () => {
  const cloud = described(({ data }) => {
    const notes = data.node.findChild('Notes').node.defaultChild as CfnResource;
    const statement = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'dynamodb:DeleteItem', Resource: '*' };
    notes.addPropertyOverride('ResourcePolicy', { PolicyDocument: { Statement: [statement] } });
  });
  const notes = cloud.tables.find(({ definition }) => definition.name.includes('Notes'));
  expect(cloud.roles.length).toBeGreaterThan(0);
  for (const { statements } of cloud.roles) {
    expect(statements).toContainEqual({
      Effect: 'Deny',
      Action: 'dynamodb:DeleteItem',
      Resource: [notes?.arn, `${notes?.arn}/*`],
    });
  }
});

it('a policy that names a role is part of it, wherever it stands', () => {
  const cloud = described(({ service }) => {
    const answer = service.node.findChild('Answer') as unknown as { addToRolePolicy(statement: PolicyStatement): void };
    answer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: ['*'] }));
  });
  const answer = cloud.functions.find(({ name }) => name.includes('Answer'));
  const role = cloud.roles.find(({ arn }) => arn === answer?.roleArn);
  expect(role?.statements.map(({ Action }) => Action)).toContain('dynamodb:Query');
});

it('the service’s own app is described whole', async () => {
  const synthesis = await synthesize();
  const cloud = describeCloud(synthesis.directory, { ...surroundings, publicUrl: synthesis.publicUrl });
  expect(cloud.functions.map(({ label }) => label)).toEqual(expect.arrayContaining(['api', 'web', 'publish-changes']));
  expect(cloud.tables.length).toBe(3);
  const web = cloud.functions.find(({ label }) => label === 'web');
  expect(web?.environment).toMatchObject({ PUBLIC_URL: surroundings.gatewayUrl, OIDC_ISSUER: surroundings.issuer });
});
