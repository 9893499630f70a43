import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { publicUrl, readConfiguration } from '../../infra/config.ts';
import { builtTemplates, resourcesOf } from './built-templates.ts';

describe('the configuration of a stage', () => {
  it.each(['local', 'test', 'production'])('%s can be read', (stage) => {
    expect(readConfiguration(stage)).toMatchObject({ stage, region: 'eu-west-2' });
  });

  it('keeps records in the United Kingdom', () => {
    expect(() => readConfiguration('test', { region: 'us-east-1' as 'eu-west-2' })).toThrow(/region/);
  });

  it.each([
    ['a misspelt setting', { alarmMail: 'a@b.example' } as object],
    ['a number that is none', { requestsPerAddress: 1 }],
    ['a log period CloudWatch does not know', { logRetentionDays: 31 as 30 }],
    ['an insecure issuer', { identityProviders: [{ ...provider(), issuer: 'http://issuer.example' }] }],
  ])('is refused with %s', (_, changes) => {
    expect(() => readConfiguration('test', changes)).toThrow(ZodError);
  });

  it('is refused for a stage that has no file, and for a name that leaves the folder', () => {
    expect(() => readConfiguration('nowhere')).toThrow(/no configuration/);
    expect(() => readConfiguration('../../package')).toThrow(/cannot be the name/);
  });

  it('takes another address where one machine has its own port', () => {
    expect(publicUrl(readConfiguration('test'))).toBe('https://test.waiting-lists.example');
    expect(publicUrl(readConfiguration('local', { publicUrl: 'http://127.0.0.1:3000' }))).toBe('http://127.0.0.1:3000');
  });
});

describe('two stages', () => {
  const test = builtTemplates({ stage: 'test' });
  const production = builtTemplates({ stage: 'production' });

  it('share no stack', () => {
    const names = [test, production]
      .flatMap(({ data, service, edge }) => [data, service, edge])
      .map((it) => it.stackName);
    expect(new Set(names).size).toBe(6);
  });

  it('share no name: nothing of one is spoken of in the other', () => {
    for (const template of [production.dataTemplate, production.serviceTemplate, production.edgeTemplate]) {
      expect(JSON.stringify(template.toJSON())).not.toMatch(/send-waiting-lists-test|test\.waiting-lists/);
    }
    for (const template of [test.dataTemplate, test.serviceTemplate, test.edgeTemplate]) {
      expect(JSON.stringify(template.toJSON())).not.toMatch(/send-waiting-lists-production|"STAGE":"production"/);
    }
  });

  it('tell their functions apart', () => {
    for (const { configuration, serviceTemplate } of [test, production]) {
      const functions = resourcesOf(serviceTemplate, 'AWS::Lambda::Function').map(({ Properties }) => Properties);
      // The one without an environment serves the same style sheet in every stage.
      const told = functions.filter(({ Environment }) => Environment !== undefined);
      expect(told).toHaveLength(functions.length - 1);
      for (const properties of told) {
        expect(properties['Environment']).toMatchObject({ Variables: { STAGE: configuration.stage } });
      }
    }
  });
});

function provider() {
  return {
    name: 'CIS2',
    issuer: 'https://issuer.example',
    clientId: 'client',
    clientSecretId: 'waiting-lists/cis2',
    scopes: ['openid'],
    claims: {},
  };
}
