/** The census and the API of figures in a test: the real handlers over the engine that the API writes to. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { indicatorRoutes } from '../../../functions/indicators-api/routes/routes.ts';
import { censusHandler } from '../../../functions/take-census/census.ts';
import { composed } from '../../../functions/take-census/compose.ts';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../../shared/adapters/crypto/ids.ts';
import { boardPapersInTable } from '../../../shared/adapters/dynamodb/board-papers.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import type { Membership } from '../../../shared/domain/staff/staff.ts';
import { apiBundleOf } from '../../../shared/http/api/api-bundle.ts';
import { byVouched } from '../../../shared/http/api/by-vouched.ts';
import { logOf } from '../../../shared/http/middleware/log.ts';
import { contextOf } from '../../../shared/http/middleware/visitor-context.ts';
import { ApiService } from '../api-service.ts';

/** Whoever asks for figures, as the authorizing function would say. */
export function vouched(memberships: readonly Membership[]): Readonly<Record<string, unknown>> {
  const staff = { id: 'AAAAAAAAAAAAAAAA', version: 1, name: 'Somebody', active: true, memberships: [...memberships] };
  return contextOf(staff, { acting: '', formToken: '', endsAt: 0 });
}

export const commissioner = vouched([{ place: 'liverpool', role: 'commissioner', services: [] }]);
export const performanceLead = vouched([{ place: 'liverpool', role: 'performance-lead', services: [] }]);
export const boardChair = vouched([{ place: 'liverpool', role: 'board-chair', services: [] }]);
export const analyst = vouched([{ place: 'liverpool', role: 'data-manager', services: ['salt'] }]);

export class CensusService {
  readonly api: ApiService;
  readonly figuresDeps: BoardDeps;
  readonly #census: ReturnType<typeof censusHandler>;
  readonly #figures: ReturnType<typeof apiBundleOf>;
  #invocations = 0;

  private constructor(api: ApiService) {
    this.api = api;
    const { recordsTable, indicatorsTable, client } = api.engine;
    const deps = composed({ RECORDS_TABLE: recordsTable, INDICATORS_TABLE: indicatorsTable }, client);
    this.#census = censusHandler(deps, logOf('take-census'));
    this.figuresDeps = {
      figures: deps.figures,
      board: boardPapersInTable(new TableAccess(client, indicatorsTable)),
      ids: openIds,
      hash: sha256,
    };
    this.#figures = apiBundleOf(indicatorRoutes, async () => this.figuresDeps, logOf('indicators-api'), byVouched);
  }

  static async open(): Promise<CensusService> {
    return new CensusService(await ApiService.open());
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** @param event when the census was due, and what else it was asked. */
  take(event: { readonly time: string; readonly month?: string; readonly from?: string }) {
    this.#invocations += 1;
    const context = { awsRequestId: `invocation-${this.#invocations}`, getRemainingTimeInMillis: () => 900_000 };
    return this.#census(event, context as Context);
  }

  figures(who: Readonly<Record<string, unknown>>, path: string, query: Readonly<Record<string, string>> = {}) {
    return this.ask(who, 'GET', path, { query });
  }

  /** A change: with a new key unless one is given, on the version that is given. */
  write(
    who: Readonly<Record<string, unknown>>,
    path: string,
    body: unknown,
    { seen, key = openIds.fresh() }: { readonly seen?: number; readonly key?: string } = {},
  ) {
    const headers = { 'idempotency-key': key, ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }) };
    return this.ask(who, 'POST', path, { body, headers });
  }

  async ask(
    who: Readonly<Record<string, unknown>>,
    method: string,
    path: string,
    {
      query = {},
      headers = {},
      body,
    }: {
      readonly query?: Readonly<Record<string, string>>;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    } = {},
  ) {
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: new URLSearchParams(query).toString(),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
      pathParameters: { proxy: path.replace(/^\/v1\/indicators\/?/, '') },
      requestContext: {
        requestId: 'request',
        timeEpoch: Date.parse('2026-11-10T12:00:00Z'),
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        authorizer: { lambda: who },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    const {
      statusCode,
      body: answered,
      headers: told,
    } = await this.#figures(event, {
      awsRequestId: 'invocation',
    } as Context);
    const isJson = /json/.test(String(told?.['content-type'] ?? ''));
    // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
    const read: any = isJson ? JSON.parse(answered ?? '') : answered;
    return { status: statusCode, body: read, headers: told ?? {} };
  }
}
