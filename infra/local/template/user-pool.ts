import * as z from 'zod';
import { noEffect, readProperties, truth, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';
import { clientSecretReference } from './resource-identity.ts';

const units = z.enum(['seconds', 'minutes', 'hours', 'days']);

const clientSchema = z.looseObject({
  ClientName: noEffect,
  AllowedOAuthFlows: z.array(z.enum(['code', 'client_credentials'])).default([]),
  AllowedOAuthScopes: z.array(z.string()).default([]),
  CallbackURLs: z.array(z.url()).default([]),
  LogoutURLs: z.array(z.url()).default([]),
  GenerateSecret: truth.default(false),
  AccessTokenValidity: wholeNumber.optional(),
  TokenValidityUnits: z.looseObject({ AccessToken: units.optional() }).optional(),
});

const SECONDS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;

/** A client of the user pool. */
export interface LocalClient {
  readonly id: string;
  /** `code` for a site that people sign in to, `client_credentials` for a machine. */
  readonly flows: readonly ('code' | 'client_credentials')[];
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Dynamic reference to its secret, if it has one. */
  readonly secretReference: string | undefined;
  /** Seconds that its access tokens hold. */
  readonly accessTokenSeconds: number;
}

/** Reads the clients of the user pool. Cognito's tokens hold for an hour unless told otherwise. */
export function readClients(resources: readonly ResolvedResource[]): readonly LocalClient[] {
  return resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolClient')
    .map((resource) => {
      const properties = readProperties(resource, clientSchema);
      const id = resource.identity.ref;
      return {
        id,
        flows: properties.AllowedOAuthFlows,
        scopes: properties.AllowedOAuthScopes,
        callbackUrls: properties.CallbackURLs,
        logoutUrls: properties.LogoutURLs,
        secretReference: properties.GenerateSecret ? clientSecretReference(id) : undefined,
        accessTokenSeconds:
          (properties.AccessTokenValidity ?? 1) * SECONDS[properties.TokenValidityUnits?.AccessToken ?? 'hours'],
      };
    });
}
