/** Turns a page's answer into what API Gateway sends (payload format 2.0), with the security headers on every answer. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { withSecurityHeaders } from '../security-headers.ts';
import type { PageAnswer, PageContent } from './page-answer.ts';

/** @param draw the whole document around a page's content. */
export function respond(answer: PageAnswer, draw: (content: PageContent) => string): APIGatewayProxyStructuredResultV2 {
  switch (answer.kind) {
    case 'page':
      return {
        statusCode: answer.status,
        headers: withSecurityHeaders({ 'content-type': 'text/html; charset=utf-8' }),
        body: draw(answer.page),
      };
    case 'redirect':
      return {
        statusCode: 303,
        headers: withSecurityHeaders({ location: answer.to }),
        cookies: [...answer.cookies],
        body: '',
      };
    case 'file':
      return {
        statusCode: 200,
        headers: withSecurityHeaders({
          'content-type': answer.contentType,
          'content-disposition': `attachment; filename="${answer.name}"`,
        }),
        body: answer.body,
      };
    case 'ready':
      return {
        statusCode: answer.status,
        headers: withSecurityHeaders(answer.headers),
        body: answer.body,
        isBase64Encoded: answer.isBase64Encoded,
      };
    case 'nothing':
      return { statusCode: 204, headers: withSecurityHeaders({}), body: '' };
  }
}

/**
 * Whether a request that changes something comes from our own pages, as the browser itself says (Sec-Fetch-Site). Old
 * browsers say nothing: the form's token decides for them.
 */
export function fromOurPages(headers: Readonly<Record<string, string | undefined>>): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
