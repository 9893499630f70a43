import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const apiSchema = z.strictObject({
  Name: noEffect,
  Description: noEffect,
  DisableExecuteApiEndpoint: noEffect,
  ProtocolType: z.literal('HTTP'),
  Tags: noEffect,
});
const stageSchema = z.strictObject({
  ApiId: z.string(),
  StageName: z.string(),
  AutoDeploy: noEffect,
  AccessLogSettings: noEffect,
  DefaultRouteSettings: noEffect,
  RouteSettings: noEffect,
  Description: noEffect,
  Tags: noEffect,
});
const integrationSchema = z.strictObject({
  ApiId: z.string(),
  Description: noEffect,
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: wholeNumber.min(50).max(30_000).default(30_000),
});
const routeSchema = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().regex(/^integrations\/./),
  AuthorizationType: z.enum(['NONE', 'JWT', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  OperationName: noEffect,
});
const SOURCE = /^\$request\.(header|querystring)\.[\w-]+$/;
const jwtAuthorizerSchema = z.strictObject({
  ApiId: z.string(),
  Name: noEffect,
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.string().regex(SOURCE)).length(1),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()).default([]), Issuer: z.url() }),
});
/** An authorizing function is asked anew with each request: verdicts that are kept are for no route of ours. */
const functionAuthorizerSchema = z.strictObject({
  ApiId: z.string(),
  Name: noEffect,
  AuthorizerType: z.literal('REQUEST'),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  AuthorizerResultTtlInSeconds: wholeNumber.max(0),
  AuthorizerUri: z.string().transform((uri, context) => {
    const arn = /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1];
    if (arn !== undefined) return arn;
    context.addIssue({ code: 'custom', message: 'names no function' });
    return z.NEVER;
  }),
  EnableSimpleResponses: z.literal(true),
  IdentitySource: z.array(z.string().regex(SOURCE)).default([]),
});
const authorizerSchema = z.discriminatedUnion('AuthorizerType', [jwtAuthorizerSchema, functionAuthorizerSchema]);

/** Who may call a route: the bearer of a token of this issuer. */
export interface LocalAuthorizer {
  readonly issuer: string;
  /** The token's `aud` (or, where it has none, its `client_id`) must be one of these. */
  readonly audience: readonly string[];
  /** Where the token is looked for. */
  readonly source: { readonly in: 'header' | 'querystring'; readonly name: string };
}

/** A function that is asked who a request comes from, payload format 2.0 with simple answers. */
export interface LocalAuthorizerFunction {
  readonly id: string;
  readonly functionArn: string;
  /** Without one of these a request is turned away and the function not asked. */
  readonly sources: readonly LocalAuthorizer['source'][];
}

/** One route of an API. */
export interface LocalRoute {
  /** `GET /v1/people/{id}`, `ANY /v1/{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  /** Milliseconds that the function has to answer in. */
  readonly timeout: number;
  readonly authorizer: LocalAuthorizer | undefined;
  readonly authorizerFunction: LocalAuthorizerFunction | undefined;
  /** The token must hold one of these, if there are any. */
  readonly scopes: readonly string[];
}

/** An HTTP API with its one stage. */
export interface LocalHttpApi {
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly LocalRoute[];
}

/** Reads every HTTP API with its routes, integrations and authorizers. */
export function readHttpApis(resources: readonly ResolvedResource[]): readonly LocalHttpApi[] {
  const ofType = <Schema extends z.ZodType>(type: string, schema: Schema) =>
    resources
      .filter((resource) => resource.type === `AWS::ApiGatewayV2::${type}`)
      .map((resource) => ({ id: resource.identity.ref, properties: readProperties(resource, schema) }));
  const stages = ofType('Stage', stageSchema);
  const integrations = new Map(ofType('Integration', integrationSchema).map(({ id, properties }) => [id, properties]));
  const authorizers = new Map(ofType('Authorizer', authorizerSchema).map(({ id, properties }) => [id, properties]));
  const routes = ofType('Route', routeSchema);

  const authorizerOf = (id: string | undefined) => {
    const authorizer = authorizers.get(id ?? '');
    if (!authorizer) throw new Error(`A route asks for an authorizer that is not there: ${id}`);
    return { ...authorizer, id: id ?? '', sources: authorizer.IdentitySource.map(sourceOf) };
  };
  const authorizersOf = ({
    AuthorizationType,
    AuthorizerId,
  }: z.output<typeof routeSchema>): Pick<LocalRoute, 'authorizer' | 'authorizerFunction'> => {
    const none = { authorizer: undefined, authorizerFunction: undefined };
    if (AuthorizationType === 'NONE') return none;
    const found = authorizerOf(AuthorizerId);
    if ((found.AuthorizerType === 'JWT') !== (AuthorizationType === 'JWT')) {
      throw new Error(`A route of ${AuthorizationType} asks for an authorizer of ${found.AuthorizerType}`);
    }
    if (found.AuthorizerType === 'REQUEST') {
      const { id, sources, AuthorizerUri: functionArn } = found;
      return { ...none, authorizerFunction: { id, functionArn, sources } };
    }
    const { Issuer: issuer, Audience: audience } = found.JwtConfiguration;
    const [source = sourceOf('$request.header.Authorization')] = found.sources;
    return { ...none, authorizer: { issuer, audience, source } };
  };

  return ofType('Api', apiSchema).map(({ id }) => {
    const own = stages.filter(({ properties }) => properties.ApiId === id);
    const [stage] = own;
    if (!stage || own.length > 1) throw new Error(`The API ${id} must have one stage and has ${own.length}`);
    return {
      id,
      stage: stage.properties.StageName,
      routes: routes
        .filter(({ properties }) => properties.ApiId === id)
        .map(({ properties }) => {
          const integration = integrations.get(properties.Target.slice('integrations/'.length));
          if (!integration) throw new Error(`The route ${properties.RouteKey} has no integration`);
          return {
            key: properties.RouteKey,
            functionArn: integration.IntegrationUri,
            timeout: integration.TimeoutInMillis,
            ...authorizersOf(properties),
            scopes: properties.AuthorizationScopes,
          };
        }),
    };
  });
}

function sourceOf(source: string): LocalAuthorizer['source'] {
  const [, place, name = 'Authorization'] = source.split('.');
  return { in: place === 'querystring' ? 'querystring' : 'header', name };
}
