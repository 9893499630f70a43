/** A browser without a screen: follows links and redirections between the service and the identity provider, cookies and all. */
import { ACCOUNT_FIELD } from '../../../infra/local/identity/sign-in-page.ts';

export interface Visited {
  readonly status: number;
  readonly url: URL;
  readonly html: string;
}

export class Visitor {
  readonly #origin: string;
  /** By host and port: what `__Host-` cookies are bound to. */
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Opens the pages of families and signs in as one of the demonstration accounts. */
  async signIn(account: string): Promise<Visited> {
    const chooser = await this.get('/family');
    return this.#follow(chooser.url, new URLSearchParams({ [ACCOUNT_FIELD]: account }));
  }

  get(path: string): Promise<Visited> {
    return this.#follow(new URL(path, this.#origin));
  }

  /** Sends the first form of a page that goes to a path. */
  send(page: Visited, path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    const form = page.html.split('<form ').find((part) => part.startsWith(`action="${path}"`)) ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    return this.#follow(new URL(path, this.#origin), new URLSearchParams([...hidden, ...Object.entries(fields)]));
  }

  async #follow(start: URL, form?: URLSearchParams): Promise<Visited> {
    let url = start;
    let body = form;
    for (let hops = 0; hops < 12; hops += 1) {
      const own = this.#cookies.get(url.host) ?? new Map<string, string>();
      this.#cookies.set(url.host, own);
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          cookie: [...own].map(([name, value]) => `${name}=${value}`).join('; '),
          'sec-fetch-site': 'same-origin',
        },
        ...(body === undefined ? {} : { method: 'POST', body }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        own.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const html = await response.text();
      const location = response.headers.get('location');
      if (location === null) return { status: response.status, url, html };
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error('It goes round in circles');
  }
}
