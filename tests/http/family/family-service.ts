/** The families' API in a test, beside the staff's over one engine: its real handler, with families to ask as. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { familyApiRoutes } from '../../../functions/family-api/routes.ts';
import { familyDeps } from '../../../shared/adapters/family-deps.ts';
import type { FamilyDeps } from '../../../shared/application/deps.ts';
import type { FactsOf } from '../../../shared/domain/access/access-event.ts';
import { bundleOf } from '../../../shared/http/api/api-bundle.ts';
import { familyAsks } from '../../../shared/http/family/family-api.ts';
import { logOf } from '../../../shared/http/middleware/log.ts';
import { ApiService, type Asker, type Received, type Sent, TODAY } from '../api-service.ts';

export const FAMILY_ISSUER = 'https://families.example';
const KEYS = {
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

export class FamilyService {
  readonly api: ApiService;
  readonly deps: FamilyDeps;
  readonly #handler: ReturnType<typeof bundleOf>;
  #requests = 0;

  private constructor(api: ApiService) {
    this.api = api;
    const { recordsTable, indicatorsTable, auditTable, client } = api.engine;
    this.deps = familyDeps({ stage: 'test', recordsTable, indicatorsTable, auditTable }, KEYS, client);
    this.#handler = bundleOf(familyApiRoutes, async () => this.deps, logOf('family-api'), familyAsks);
  }

  static async open(options: Parameters<typeof ApiService.open>[0] = {}): Promise<FamilyService> {
    return FamilyService.over(await ApiService.open(options));
  }

  /** Families beside a service of staff that runs already. */
  static over(api: ApiService): FamilyService {
    return new FamilyService(api);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** Asks as somebody of a family; `null` is nobody. */
  async ask(subject: string | null, method: string, path: string, sent: Sent = {}): Promise<Received> {
    this.#requests += 1;
    const claims = subject === null ? undefined : { iss: FAMILY_ISSUER, sub: subject, token_use: 'access' };
    const body = sent.body === undefined ? undefined : JSON.stringify(sent.body);
    const event = {
      version: '2.0',
      routeKey: 'ANY /v1/family/{proxy+}',
      rawPath: path,
      rawQueryString: '',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': this.api.key(),
        ...sent.headers,
      },
      pathParameters: { proxy: path.replace(/^\/v1\/family\//, '') },
      requestContext: {
        requestId: `family-${this.#requests}`,
        timeEpoch: Date.parse(`${sent.today ?? TODAY}T12:30:00.000Z`) + this.#requests,
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        ...(claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: [] } } }),
      },
      ...(body === undefined ? {} : { body }),
      isBase64Encoded: false,
    };
    const asked = event as unknown as APIGatewayProxyEventV2;
    const { statusCode, headers, body: text = '' } = await this.#handler(asked, {} as Context);
    const plain = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
    return { status: statusCode ?? 200, headers: plain, text, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Invites somebody by the staff's API and lets them in by the families'; gives the id of the grant. */
  async letIn(
    staff: Asker,
    personId: string,
    subject: string,
    more: Partial<FactsOf<'invited'>> = {},
    today = TODAY,
  ): Promise<string> {
    const path = `/v1/people/${personId}/family-access`;
    const { version } = await this.access(staff, personId, today);
    const invited = await this.api.ask(staff, 'POST', `${path}/invitations`, {
      body: {
        ...{ holder: 'adult', name: `Adult ${subject}`, relationship: 'mother', basis: 'parental-responsibility' },
        ...{ checked: 'birth-certificate', ...more },
      },
      headers: { 'idempotency-key': this.api.key(), 'if-match': `"${version}"` },
      today,
    });
    if (invited.status !== 201) throw new Error(`Nobody was invited: ${invited.text}`);
    const grantId: string = invited.body.grants.at(-1).id;
    const kept = await this.api.deps.familyAccesses.get('liverpool', personId);
    const facts = kept?.events.at(-1)?.facts;
    const code = facts?.kind === 'invited' ? this.api.deps.invitations.codeOf(facts.invitationId) : '';
    const used = await this.ask(subject, 'POST', '/v1/family/codes', { body: { code }, today });
    if (used.status !== 201) throw new Error(`The code did not work: ${used.text}`);
    return grantId;
  }

  async access(staff: Asker, personId: string, today = TODAY) {
    return (await this.api.ask(staff, 'GET', `/v1/people/${personId}/family-access`, { today })).body;
  }

  /** Staff record something about the access; answers with it. */
  async record(staff: Asker, personId: string, facts: unknown, on = TODAY): Promise<Received> {
    const { version } = await this.access(staff, personId, on);
    return this.api.ask(staff, 'POST', `/v1/people/${personId}/family-access/events`, {
      body: { facts, on },
      headers: { 'idempotency-key': this.api.key(), 'if-match': `"${version}"` },
      today: on,
    });
  }
}
