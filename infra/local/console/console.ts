import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { html, type Markup, PAGE_HEADERS, page } from '../html-page.ts';
import { LOOPBACK, listen, readBody, stopListening } from '../listen.ts';
import type { ConsoleView } from './console-view.ts';
import { type ConsolePage, PAGES } from './pages.ts';

/** Most bytes of a form. */
const FORM_LIMIT = 4_096;

/** The console of the local cloud: what happened behind the service, and the day it is. Plain pages, no JavaScript. */
export class Console {
  readonly #view: ConsoleView;
  readonly #server = createServer((message, response) => {
    this.#serve(message, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Sorry, that did not work', error instanceof Error ? error.message : String(error));
    });
  });
  #port = 0;

  constructor(view: ConsoleView) {
    this.#view = view;
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

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const names = [LOOPBACK, 'localhost'].map((name) => `${name}:${this.#port}`);
    // A page elsewhere can make this computer's name its own (DNS rebinding); it cannot change the name in the request.
    if (!names.includes(message.headers.host ?? '')) return refuse(response, 421, 'This is not that site');
    const path = message.url?.split('?')[0] ?? '/';
    const found = PAGES.find((each) => each.path === path);
    if (!found) return refuse(response, 404, 'There is no such page');
    if (message.method === 'POST') return this.#act(found, message, response);
    if (message.method !== 'GET' && message.method !== 'HEAD') return refuse(response, 405, 'That cannot be done here');
    const { title, content } = found;
    response.writeHead(200, PAGE_HEADERS).end(page(title, content(this.#view), navigation(path)));
  }

  async #act({ path }: ConsolePage, message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!sameOrigin(message)) return refuse(response, 403, 'This form was not sent from the console');
    const body = await readBody(message, FORM_LIMIT);
    const form = new URLSearchParams(body?.toString('utf8'));
    if (path === '/clock') {
      try {
        this.#view.setToday(form.get('today') ?? '');
      } catch (error) {
        return refuse(response, 422, 'That is not a day', error instanceof Error ? error.message : undefined);
      }
    } else if (path === '/schedules') {
      await this.#view.runSchedule(form.get('name') ?? '');
    } else {
      return refuse(response, 405, 'That cannot be done here');
    }
    response.writeHead(303, { location: path }).end();
  }
}

/** Whether a form was sent by one of the console's own pages. A browser that says neither is one that cannot be told apart. */
function sameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === `http://${headers.host}`;
}

function navigation(current: string): Markup {
  const links = PAGES.map(
    ({ path, title }) =>
      html`<li><a href="${path}"${path === current ? html` aria-current="page"` : undefined}>${title}</a></li>`,
  );
  return html`<nav aria-label="Console"><ul>${links}</ul></nav>`;
}

function refuse(response: ServerResponse, status: number, title: string, why?: string): void {
  response
    .writeHead(status, PAGE_HEADERS)
    .end(page(title, html`${why ? html`<p>${why}</p>` : undefined}<p><a href="/">Back to the console</a></p>`));
}
