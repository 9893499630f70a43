/** What a page answers: a page to draw, somewhere else to go, a file, or nothing. */
import type { Content } from '../html/html.ts';

export interface PageContent {
  /** The same for everybody: never a fact of a person (promise P8). */
  readonly title: string;
  readonly content: Content;
  readonly beforeContent?: Content;
  readonly hasErrors?: boolean;
  readonly isWide?: boolean;
  /** Which item of the main navigation it belongs to. */
  readonly section?: Section;
}

export type Section =
  | 'queues'
  | 'my-day'
  | 'duties'
  | 'alerts'
  | 'find'
  | 'reviews'
  | 'import'
  | 'audit'
  | 'indicators'
  | 'community'
  | 'webhooks'
  | 'operations';

export type PageAnswer =
  | { readonly kind: 'page'; readonly status: number; readonly page: PageContent }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies: readonly string[] }
  | { readonly kind: 'file'; readonly name: string; readonly contentType: string; readonly body: string }
  | {
      readonly kind: 'ready';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly isBase64Encoded: boolean;
    }
  | { readonly kind: 'nothing' };

export function page(content: PageContent, status = 200): PageAnswer {
  return { kind: 'page', status, page: content };
}

/** The same page again, with what is wrong and all that was typed. */
export function refusedPage(content: PageContent): PageAnswer {
  return { kind: 'page', status: 422, page: { ...content, hasErrors: true } };
}

/** After a POST: a GET, so that reloading repeats nothing. `to` is a path of our own. */
export function goTo(to: string, cookies: readonly string[] = []): PageAnswer {
  return { kind: 'redirect', to, cookies };
}

export function fileAnswer(name: string, contentType: string, body: string): PageAnswer {
  return { kind: 'file', name, contentType, body };
}
