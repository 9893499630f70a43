import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LOOPBACK, listen, readBody, stopListening } from '../listen.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { NotifyService, type SecretOf } from './notify-service.ts';

/** Most bytes of a request: more than any message has. */
const BODY_LIMIT = 64 * 1024;

/** Origins outside that functions are led away from: nothing leaves the machine. */
const LED_AWAY: readonly string[] = ['https://api.notifications.service.gov.uk'];

/**
 * Stands for the world outside: GOV.UK Notify, and the systems of teams, which take whatever is posted under `/hooks/`. All
 * of it lands in the outbox.
 */
export class Outside {
  readonly #outbox: Outbox;
  readonly #notify: NotifyService;
  readonly #server = createServer((message, response) => {
    this.#serve(message, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      response.destroy();
    });
  });
  #port = 0;

  constructor(outbox: Outbox, secretOf: SecretOf) {
    this.#outbox = outbox;
    this.#notify = new NotifyService(secretOf, (message) =>
      outbox.send({ ...message, subject: '', from: 'GOV.UK Notify' }),
    );
  }

  get url(): string {
    return `http://${LOOPBACK}:${this.#port}`;
  }

  /** @throws PortTaken */
  async open(port: number): Promise<void> {
    this.#port = await listen(this.#server, port);
  }

  close(): Promise<void> {
    return stopListening(this.#server);
  }

  /** What a function is told instead of an address outside. */
  leadAway(value: string): string {
    return LED_AWAY.includes(value) ? this.url : value;
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readBody(message, BODY_LIMIT))?.toString('utf8') ?? '';
    const path = message.url ?? '/';
    if (path.startsWith('/v2/')) {
      const asked = { method: message.method ?? 'GET', path, authorization: message.headers.authorization ?? '', body };
      const answer = await this.#notify.answer(asked);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      return;
    }
    if (message.method !== 'POST' || !path.startsWith('/hooks/')) {
      response.writeHead(404).end();
      return;
    }
    const id = message.headers['webhook-id'];
    const signed = message.headers['webhook-signature'] === undefined ? 'not signed' : 'signed';
    this.#outbox.send({
      channel: 'webhook',
      to: [path],
      subject: signed,
      body,
      from: 'webhook',
      ...(typeof id === 'string' ? { reference: id } : {}),
    });
    response.writeHead(204).end();
  }
}
