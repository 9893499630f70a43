import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { PAGE_HEADERS } from '../html-page.ts';
import { LOOPBACK, listen, readBody, stopListening } from '../listen.ts';
import type { DemoAccount } from './demo-account.ts';
import { isForFamilies } from './for-families.ts';
import { type ProviderParts, providerSettings } from './provider-settings.ts';
import { ACCOUNT_FIELD, signInErrorPage, signInPage } from './sign-in-page.ts';

/** Most bytes of the sign-in form. */
const FORM_LIMIT = 4_096;

/**
 * The identity provider of this machine: OpenID Connect with demo accounts. It listens before it knows its clients, because
 * the template they are in is read with its address; until then it answers 503.
 */
export class IdentityProvider {
  readonly #server = createServer((message, response) => {
    this.#serve(message, response).catch((error: unknown) => fail(response, error));
  });
  #provider:
    | {
        readonly provider: Provider;
        readonly callback: (message: IncomingMessage, response: ServerResponse) => Promise<void>;
      }
    | undefined;
  #accounts: readonly DemoAccount[] = [];
  #port = 0;

  /** The issuer of every token. */
  get issuer(): string {
    return `http://${LOOPBACK}:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** @throws PortTaken */
  async open(port: number): Promise<void> {
    this.#port = await listen(this.#server, port);
  }

  /** Serves these clients and accounts from now on. */
  serve(parts: ProviderParts): void {
    const provider = new Provider(this.issuer, providerSettings(parts));
    this.#accounts = parts.accounts;
    this.#provider = { provider, callback: provider.callback() };
  }

  close(): Promise<void> {
    return stopListening(this.#server);
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#provider) {
      response.writeHead(503).end();
      return;
    }
    const { provider, callback } = this.#provider;
    for (const [name, value] of Object.entries(PAGE_HEADERS)) {
      if (name !== 'content-type') response.setHeader(name, value);
    }
    const path = message.url?.split('?')[0] ?? '';
    if (!path.startsWith('/sign-in/')) await callback(message, response);
    else if (message.method === 'GET') await this.#ask(provider, message, response, path);
    else if (message.method === 'POST') await this.#choose(provider, message, response);
    else response.writeHead(405, { allow: 'GET, POST' }).end();
  }

  async #ask(provider: Provider, message: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { params } = await provider.interactionDetails(message, response);
    const forFamilies = isForFamilies([String(params['redirect_uri'])]);
    const asked = signInPage(this.#accounts, path, forFamilies);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(asked);
  }

  async #choose(provider: Provider, message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(message, FORM_LIMIT);
    const chosen = new URLSearchParams(body?.toString('utf8')).get(ACCOUNT_FIELD);
    const account = this.#accounts.find(({ id }) => id === chosen);
    if (!account) {
      response.writeHead(422, { 'content-type': 'text/html; charset=utf-8' });
      response.end(signInErrorPage('There is no such account', undefined));
      return;
    }
    await provider.interactionFinished(message, response, { login: { accountId: account.sub } });
  }
}

/** A step that was left lying too long, or that never was: the person starts again from the site. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
  response.end(signInErrorPage(error instanceof Error ? error.message : String(error), undefined));
}
