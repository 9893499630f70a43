import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, Outcome } from './engine.ts';
import { dynamoError, EngineError, serviceError } from './engine-error.ts';
import type { Faults } from './faults.ts';
import type { Meter } from './meter.ts';
import { isOperation, type Operation } from './operations.ts';
import type { Principals } from './principal.ts';
import { requestedAccess } from './requested-access.ts';
import { authenticate } from './signature.ts';
import type { TableDefinition, TableDescription } from './table-definition.ts';

/** DynamoDB's ceiling for a request body. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const TARGET = 'DynamoDB_20120810.';

/** Request ids only have to differ, and a counter costs nothing. */
let requestsAnswered = 0;

/** What the front door stands before. */
export interface FrontDoorParts {
  readonly engine: Engine;
  readonly tables: ReadonlyMap<string, TableDefinition>;
  readonly descriptions: ReadonlyMap<string, TableDescription>;
  readonly principals: Principals;
  readonly meter: Meter;
  /** The faults to inject at this moment, if any. */
  faults(): Faults | undefined;
  arnOf(table: string): string;
  /** Who the assumed role's session belongs to, for the wording of a denial. */
  readonly account: string;
}

/** Speaks the DynamoDB JSON protocol on 127.0.0.1: who calls, may they, and then the engine. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;
  readonly #server: Server;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
    // The SDK keeps connections open between calls; a server that closes them first makes its next call fail.
    this.#server.keepAliveTimeout = 60_000;
  }

  /** Starts to listen and answers the endpoint's URL. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets the requests in hand finish, then closes every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeIdleConnections();
    const patience = setTimeout(() => this.#server.closeAllConnections(), 2_000);
    await closed;
    clearTimeout(patience);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413).end();
      return;
    }
    const name = operationName(request.headers['x-amz-target']);
    const { method = '', url = '/', headers } = request;
    const caller = authenticate({ method, path: url, headers, body }, (key) => this.#parts.principals.find(key));
    const role = caller instanceof EngineError ? '(unknown)' : caller.roleName;
    const fault = this.#parts.faults()?.next(name, role);
    if (fault === 'slow') await pause(this.#parts.faults()?.plan.slowMilliseconds ?? 500);
    if (fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'throttle' || fault === 'internal-error') {
      send(
        response,
        errorOutcome(
          fault === 'throttle' ? throttled() : dynamoError('InternalServerError', 'Internal server error', 500),
        ),
      );
      return;
    }
    const outcome = caller instanceof EngineError ? errorOutcome(caller) : await this.#outcome(role, name, body);
    if (fault === 'drop-after') return void request.socket.destroy();
    const sent = send(response, outcome);
    this.#parts.meter.add(
      { role, operation: name, effects: outcome.effects, bytesIn: body.length, bytesOut: sent },
      this.#parts.tables,
    );
  }

  /** A request of a role that comes without a socket or a signature: no fault meets it, and nothing is metered. */
  async ask(role: string, target: string, body: Buffer): Promise<{ readonly status: number; readonly body: string }> {
    const outcome = await this.#outcome(role, operationName(target), body);
    return { status: outcome.status, body: JSON.stringify(outcome.body) };
  }

  async #outcome(role: string, name: string, body: Buffer): Promise<Outcome> {
    try {
      const input = parseJson(body);
      if (name === 'DescribeTable') return this.#describe(role, input);
      if (!isOperation(name)) throw serviceError('UnknownOperationException', 'The requested operation is not served');
      return await this.#run(role, name, input);
    } catch (error) {
      return errorOutcome(EngineError.from(error));
    }
  }

  /** The order of AWS: whether the caller may comes before whether the request is well formed. */
  #run(role: string, operation: Operation, input: Record<string, unknown>): Promise<Outcome> {
    let parsed: ReturnType<Engine['parse']> | undefined;
    let invalid: unknown;
    // Parsing takes the input over; what it names must outlive a failure.
    const { TableName, IndexName, RequestItems } = input;
    const names = { TableName, IndexName, RequestItems };
    try {
      parsed = this.#parts.engine.parse(operation, input);
    } catch (error) {
      invalid = error;
    }
    this.#authorise(role, operation, parsed?.data ?? names);
    if (parsed === undefined) throw invalid;
    return this.#parts.engine.execute(parsed);
  }

  #describe(role: string, input: Record<string, unknown>): Outcome {
    this.#authorise(role, 'DescribeTable', input);
    const table = this.#parts.descriptions.get(String(input['TableName']));
    if (table === undefined) {
      throw dynamoError(
        'ResourceNotFoundException',
        `Requested resource not found: Table: ${String(input['TableName'])} not found`,
      );
    }
    return { status: 200, body: { Table: table }, effects: [] };
  }

  #authorise(role: string, operation: string, data: Readonly<Record<string, unknown>>): void {
    const { principals, tables, account } = this.#parts;
    for (const access of requestedAccess({ operation, data }, tables, (table) => this.#parts.arnOf(table))) {
      const decision = principals.decide(role, access);
      if (decision.allowed) continue;
      const reason =
        decision.because === 'explicit-deny'
          ? 'with an explicit deny in an identity-based policy'
          : `because no identity-based policy allows the ${access.action} action`;
      throw serviceError(
        'AccessDeniedException',
        `User: arn:aws:sts::${account}:assumed-role/${role}/local is not authorized to perform: ${access.action} on resource: ${access.resource} ${reason}`,
      );
    }
  }
}

function throttled(): EngineError {
  return dynamoError(
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  );
}

function operationName(target: unknown): string {
  return typeof target === 'string' && target.startsWith(TARGET) ? target.slice(TARGET.length) : '';
}

function parseJson(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw serviceError('SerializationException', 'The request body is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw serviceError('SerializationException', 'The request body is not a JSON object');
  }
  return parsed as Record<string, unknown>;
}

/** The whole body, or nothing if it is longer than DynamoDB takes. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', () => resolve(length <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined));
    request.on('error', reject);
  });
}

function errorOutcome(error: EngineError): Outcome {
  return { status: error.statusCode, body: error.body, effects: [] };
}

/** Sends an answer and returns the length of its body in bytes. */
function send(response: ServerResponse, outcome: Outcome): number {
  const body = JSON.stringify(outcome.body);
  const length = Buffer.byteLength(body);
  requestsAnswered += 1;
  response.writeHead(outcome.status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': length,
    'x-amzn-requestid': `LOCAL${String(requestsAnswered).padStart(47, '0')}`,
  });
  response.end(body);
  return length;
}
