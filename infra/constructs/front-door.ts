import { CfnOutput, Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  EndpointType,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { DeliveredLogGroup } from './delivered-log-group.ts';
import type { FamilyIdentity } from './family-identity.ts';
import type { Identity } from './identity.ts';
import type { ServiceFunction } from './service-function.ts';

/** What stands behind the door, and who is let through. */
export interface FrontDoorProps {
  readonly api: ServiceFunction;
  readonly web: ServiceFunction;
  /** Serves what all pages share. */
  readonly assets: ServiceFunction;
  readonly figures: {
    readonly api: ServiceFunction;
    readonly web: ServiceFunction;
    /** Says who asks, to functions that may not read who is who. */
    readonly authorizer: ServiceFunction;
  };
  readonly identity: Identity;
  readonly families: {
    readonly api: ServiceFunction;
    readonly web: ServiceFunction;
    readonly identity: FamilyIdentity;
  };
  /** Host name under which the distribution reaches the gateway. */
  readonly originDomain: string;
  readonly accessLog: DeliveredLogGroup;
  /** Requests a second, and at once. */
  readonly throttle: { readonly rate: number; readonly burst: number };
}

/** Routes of the API that anybody may call: no person's data is behind them. */
export const PUBLIC_API_ROUTES = ['/health', '/v1/openapi.json', '/v1/docs', '/v1/docs/{proxy+}'] as const;

/** Where the APIs of figures and of families describe themselves, to anybody. */
const FIGURES_DESCRIBED = ['/v1/indicators/openapi.json', '/v1/indicators/docs'] as const;
const FAMILY_DESCRIBED = ['/v1/family/openapi.json', '/v1/family/docs'] as const;
export const DESCRIBED_ROUTES = [...FIGURES_DESCRIBED, ...FAMILY_DESCRIBED] as const;

/** Paths of the families' pages, which keep a session of their own, and of their API, for tokens of their pool and no other. */
export const FAMILY_PATHS = {
  web: ['/family', '/family/{proxy+}'],
  api: ['/v1/family', '/v1/family/{proxy+}'],
} as const;

/** Where the pages' style sheet, script and images are: anybody's browser asks for them, and keeps them. */
export const ASSETS_ROUTE = '/assets/{proxy+}';

/** Paths of the figures, by what answers them. */
const FIGURE_PATHS = {
  api: ['/v1/indicators', '/v1/indicators/{proxy+}'],
  web: ['/indicators', '/indicators/{proxy+}'],
} as const;

/**
 * The HTTP API (payload format 2.0): everything under /v1 for a bearer of the pool's token, a few public routes, and the
 * pages for everything else; these keep a session of their own. Figures are answered by functions that cannot read who asks:
 * a function that can says it to them, anew with each request.
 */
export class FrontDoor extends Construct {
  readonly httpApi: HttpApi;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    const api = new HttpLambdaIntegration('Api', props.api);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      description: 'The API and the pages',
      createDefaultStage: false,
      disableExecuteApiEndpoint: true,
      defaultIntegration: new HttpLambdaIntegration('Web', props.web),
    });
    this.httpApi.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: api,
      authorizer: new HttpJwtAuthorizer('Token', props.identity.issuer, { jwtAudience: [...props.identity.audience] }),
      authorizationScopes: [...props.identity.apiScopes],
    });
    for (const path of PUBLIC_API_ROUTES) {
      this.httpApi.addRoutes({
        path,
        methods: [HttpMethod.GET],
        integration: api,
        authorizer: new HttpNoneAuthorizer(),
      });
    }
    this.httpApi.addRoutes({
      path: ASSETS_ROUTE,
      methods: [HttpMethod.GET],
      integration: new HttpLambdaIntegration('Assets', props.assets),
      authorizer: new HttpNoneAuthorizer(),
    });
    this.#addFigures(props.figures);
    this.#addFamilies(props.families);
    const domainName = new DomainName(this, 'Origin', {
      domainName: props.originDomain,
      certificate: new Certificate(this, 'Certificate', {
        domainName: props.originDomain,
        validation: CertificateValidation.fromDns(),
      }),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: props.throttle.rate, burstLimit: props.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(props.accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FIELDS)),
      },
    });
    new ApiMapping(this, 'Mapping', { api: this.httpApi, domainName, stage });
    new CfnOutput(this, 'OriginTarget', {
      description: `Point ${props.originDomain} here`,
      value: domainName.regionalDomainName,
    });
  }

  #addFamilies({ api, web, identity }: FrontDoorProps['families']): void {
    const authorizer = new HttpJwtAuthorizer('FamilyToken', identity.issuer, { jwtAudience: [...identity.audience] });
    const families = new HttpLambdaIntegration('FamilyApi', api);
    this.#describe(FAMILY_DESCRIBED, families);
    const doors = [
      {
        paths: FAMILY_PATHS.api,
        integration: families,
        authorizer,
        authorizationScopes: [...identity.apiScopes],
      },
      {
        paths: FAMILY_PATHS.web,
        integration: new HttpLambdaIntegration('FamilyWeb', web),
        authorizer: new HttpNoneAuthorizer(),
      },
    ];
    for (const { paths, ...door } of doors) {
      for (const path of paths) this.httpApi.addRoutes({ path, methods: [HttpMethod.ANY], ...door });
    }
  }

  /** An API says what it is to anybody: no person's data is behind that. */
  #describe(paths: readonly string[], integration: HttpLambdaIntegration): void {
    for (const path of paths)
      this.httpApi.addRoutes({ path, methods: [HttpMethod.GET], integration, authorizer: new HttpNoneAuthorizer() });
  }

  #addFigures({ api, web, authorizer }: FrontDoorProps['figures']): void {
    const asked = { responseTypes: [HttpLambdaResponseType.SIMPLE], resultsCacheTtl: Duration.seconds(0) };
    const byToken = new HttpLambdaAuthorizer('FiguresToken', authorizer, {
      ...asked,
      identitySource: ['$request.header.Authorization'],
    });
    // A visitor without a cookie is let through as a stranger, and sent to sign in: no identity source is asked for.
    const byCookie = new HttpLambdaAuthorizer('FiguresSession', authorizer, { ...asked, identitySource: [] });
    const figures = new HttpLambdaIntegration('FiguresApi', api);
    this.#describe(FIGURES_DESCRIBED, figures);
    const doors = [
      { paths: FIGURE_PATHS.api, integration: figures, authorizer: byToken },
      { paths: FIGURE_PATHS.web, integration: new HttpLambdaIntegration('FiguresWeb', web), authorizer: byCookie },
    ];
    for (const { paths, ...door } of doors) {
      for (const path of paths) this.httpApi.addRoutes({ path, methods: [HttpMethod.ANY], ...door });
    }
  }
}

/** What is noted of a request: which route, how it ended, how long it took. Neither path, query, address nor who asked. */
const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
} as const;
