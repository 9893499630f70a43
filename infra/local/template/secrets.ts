import * as z from 'zod';
import { noEffect, readProperties, truth, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const secretSchema = z.strictObject({
  Name: noEffect,
  Description: noEffect,
  KmsKeyId: noEffect,
  ReplicaRegions: noEffect,
  Tags: noEffect,
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      ExcludeCharacters: z.string().default(''),
      ExcludeLowercase: truth.default(false),
      ExcludeNumbers: truth.default(false),
      ExcludePunctuation: truth.default(false),
      ExcludeUppercase: truth.default(false),
      GenerateStringKey: z.string().optional(),
      IncludeSpace: truth.default(false),
      PasswordLength: wholeNumber.min(1).max(4096).default(32),
      RequireEachIncludedType: noEffect,
      SecretStringTemplate: z.string().optional(),
    })
    .optional(),
});

/** How a secret's value is made: characters to draw from and how many, within a JSON object if the template has one. */
export interface Generation {
  readonly alphabet: string;
  readonly length: number;
  /** JSON object that gets the drawn text as one more member. */
  readonly within: { readonly template: string; readonly key: string } | undefined;
}

/** A secret. */
export interface LocalSecret {
  readonly name: string;
  readonly arn: string;
  /** The value that the template puts together; it may hold dynamic references to other secrets. */
  readonly value: string | undefined;
  readonly generation: Generation | undefined;
}

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** Reads every secret. */
export function readSecrets(resources: readonly ResolvedResource[]): readonly LocalSecret[] {
  return resources
    .filter(({ type }) => type === 'AWS::SecretsManager::Secret')
    .map((resource) => {
      const properties = readProperties(resource, secretSchema);
      const generate = properties.GenerateSecretString;
      const arn = resource.identity.ref;
      return {
        name: (arn.split(':secret:')[1] ?? '').slice(0, -'-000000'.length),
        arn,
        value: properties.SecretString,
        generation: generate ? generationOf(generate) : undefined,
      };
    });
}

function generationOf(settings: NonNullable<z.output<typeof secretSchema>['GenerateSecretString']>): Generation {
  const characters = [
    settings.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    settings.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    settings.ExcludeNumbers ? '' : '0123456789',
    settings.ExcludePunctuation ? '' : PUNCTUATION,
    settings.IncludeSpace ? ' ' : '',
  ].join('');
  const { SecretStringTemplate: template, GenerateStringKey: key } = settings;
  return {
    alphabet: characters
      .split('')
      .filter((character) => !settings.ExcludeCharacters.includes(character))
      .join(''),
    length: settings.PasswordLength,
    within: template !== undefined && key !== undefined ? { template, key } : undefined,
  };
}
