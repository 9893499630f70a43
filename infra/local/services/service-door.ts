import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Roles } from '../access/roles.ts';
import { LOOPBACK, listen, readBody, stopListening } from '../listen.ts';
import { EngineError } from '../store/engine-error.ts';
import { authenticate } from '../store/signature.ts';
import { accessDenied, type ServiceCall, type ServiceOperation, serviceFailure } from './service-call.ts';

/** Most bytes of a call: more than any of the services takes. */
const BODY_LIMIT = 2 * 1024 * 1024;

/**
 * One address for the services that functions call beside the store. An operation is named as the SDK names it: by the
 * `x-amz-target` header (`AWSEvents.PutEvents`), or by method and path (`POST /v2/email/outbound-emails`).
 */
export class ServiceDoor {
  #url = '';
  readonly #roles: Roles;
  readonly #operations: Readonly<Record<string, ServiceOperation>>;
  readonly #hangUps: HangUp[] = [];
  readonly #server = createServer((message, response) => {
    this.#serve(message, response).catch((error: unknown) => {
      if (!(error instanceof HungUp)) process.emitWarning(error instanceof Error ? error : String(error));
      response.destroy();
    });
  });

  constructor(roles: Roles, operations: Readonly<Record<string, ServiceOperation>>) {
    this.#roles = roles;
    this.#operations = operations;
    // The SDK keeps connections open between calls; a server that closes them first makes its next call fail.
    this.#server.keepAliveTimeout = 60_000;
  }

  /** Lets one call go wrong: the next of an operation, for whoever makes it. */
  hangUp(hangUp: HangUp): void {
    if (this.#operations[hangUp.operation] === undefined) throw new Error(`Nobody serves ${hangUp.operation}`);
    this.#hangUps.push(hangUp);
  }

  /** @returns the address for `AWS_ENDPOINT_URL_…` */
  async open(): Promise<string> {
    this.#url = `http://${LOOPBACK}:${await listen(this.#server, 0)}`;
    return this.#url;
  }

  /** That address; '' before it is open. */
  get url(): string {
    return this.#url;
  }

  close(): Promise<void> {
    return stopListening(this.#server);
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(message).then(
      (output) => ({ status: 200, body: output }),
      (error: unknown) => {
        if (error instanceof HungUp) throw error;
        const failure = asFailure(error);
        response.setHeader('x-amzn-errortype', failure.code);
        return { status: failure.statusCode, body: failure.body };
      },
    );
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  }

  async #answer(message: IncomingMessage): Promise<unknown> {
    const body = await readBody(message, BODY_LIMIT);
    if (body === undefined) throw serviceFailure('RequestEntityTooLarge', 'The request is too large.', 413);
    const path = message.url ?? '';
    const signed = { method: message.method ?? '', path, headers: message.headers, body };
    const caller = authenticate(signed, (accessKeyId) => this.#roles.find(accessKeyId));
    if (caller instanceof EngineError) throw caller;
    const target = String(message.headers['x-amz-target'] ?? `${message.method} ${path}`);
    const operation = this.#operations[target];
    const hangUp = this.#hangUps.find((each) => each.operation === target);
    if (hangUp) this.#hangUps.splice(this.#hangUps.indexOf(hangUp), 1);
    if (hangUp?.when === 'before') throw new HungUp();
    if (!operation) throw serviceFailure('UnknownOperationException', `The local cloud does not serve ${target}`);
    const call: ServiceCall = {
      principal: caller,
      input: JSON.parse(body.toString('utf8') || '{}'),
      authorise: (action, resource) => {
        if (!this.#roles.allows(caller, action, resource)) throw accessDenied(caller, action, resource);
      },
    };
    const answer = operation(call);
    if (hangUp) throw new HungUp();
    return answer;
  }
}

/** A call that is cut off: before it is served, or after, so that only its answer is lost. */
export interface HangUp {
  /** As the SDK names it: `POST /v2/email/outbound-emails`. */
  readonly operation: string;
  readonly when: 'before' | 'after';
}

class HungUp extends Error {}

function asFailure(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof z.ZodError) return serviceFailure('ValidationException', z.prettifyError(error));
  return serviceFailure('InternalFailure', error instanceof Error ? error.message : String(error), 500);
}
