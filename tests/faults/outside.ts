/** The world outside: a post office for e-mail, GOV.UK Notify, systems of teams. Everything that arrives is kept, repeats too. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LOOPBACK, listen, readBody, stopListening } from '../../infra/local/listen.ts';
import { NotifyService } from '../../infra/local/outside/notify-service.ts';
import type { Answered, Asked, Beyond } from './instance.ts';
import { MessageQueue } from './message-queue.ts';

export const NOTIFY_KEY = { serviceId: 'service-of-the-campaign', secret: 'a secret that is long enough to sign with' };

/** One arrival: where, and the reference of the message. */
export interface Arrival {
  readonly to: string;
  readonly reference: string;
}

export class Outside {
  readonly arrivals: Arrival[] = [];
  /** References of e-mails that SES took and whoever sent them did not hear of. */
  readonly unheard: string[] = [];
  /** What SES says of what it took, on its way to being recorded. */
  readonly receipts: MessageQueue;
  readonly #notify = new NotifyService(
    () => NOTIFY_KEY.secret,
    ({ to, reference }) => this.arrivals.push({ to: `text ${to.join()}`, reference: reference.split('/')[1] ?? '' }),
  );
  readonly #systems: Server = createServer((request, response) => void this.#system(request, response));
  #port = 0;

  constructor(now: () => number) {
    this.receipts = new MessageQueue(now);
  }

  async open(): Promise<void> {
    this.#port = await listen(this.#systems, 0);
  }

  close(): Promise<void> {
    return stopListening(this.#systems);
  }

  hook(name: string): string {
    return `http://${LOOPBACK}:${this.#port}/hooks/${name}`;
  }

  readonly ses: Beyond = async ({ body }, { answerIsLost }) => {
    const mail = JSON.parse(body) as Mail;
    const tags = Object.fromEntries(mail.EmailTags.map(({ Name, Value }) => [Name, [Value]]));
    const reference = tags['reference']?.[0] ?? '';
    for (const to of mail.Destination.ToAddresses) this.arrivals.push({ to: `email ${to}`, reference });
    if (answerIsLost) this.unheard.push(reference);
    this.receipts.send(
      JSON.stringify({ eventType: 'Send', mail: { tags, destination: mail.Destination.ToAddresses } }),
    );
    return json(200, { MessageId: `mail-${this.arrivals.length}` });
  };

  /** `GetQueueAttributes` of the queue of receipts. */
  readonly receiptsWaiting: Beyond = async () => {
    const { pending, inHand } = this.receipts;
    const Attributes = {
      ApproximateNumberOfMessages: String(pending),
      ApproximateNumberOfMessagesNotVisible: String(inHand),
      ApproximateNumberOfMessagesDelayed: '0',
    };
    return json(200, { Attributes });
  };

  readonly notify: Beyond = async ({ method, path, headers, body }) => {
    const answer = await this.#notify.answer({ method, path, authorization: headers['authorization'] ?? '', body });
    return json(answer.status, answer.body);
  };

  async #system(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await readBody(request, 64 * 1024);
    this.arrivals.push({ to: `hook ${request.url ?? ''}`, reference: String(request.headers['webhook-id'] ?? '') });
    response.writeHead(204).end();
  }
}

interface Mail {
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly EmailTags: readonly { readonly Name: string; readonly Value: string }[];
}

function json(status: number, body: unknown): Answered {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** Answers as `fetch` does what an instance asks. */
export function fetchOf(ask: (asked: Asked) => Promise<Answered>): typeof fetch {
  return async (input, { method = 'GET', headers = {}, body } = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const asked = { method, path: url.pathname + url.search, headers: headers as Record<string, string> };
    const answer = await ask({ ...asked, body: typeof body === 'string' ? body : '' });
    return new Response(answer.body, { status: answer.status });
  };
}
