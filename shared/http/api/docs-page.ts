/** The OpenAPI document as a page that people read: static, without script, with nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { type Html, html, raw } from '../html/html.ts';
import { httpProblems } from '../middleware/http-problem.ts';
import { statusOfKind } from '../middleware/problem-details.ts';
import { describedApis } from './described-apis.ts';
import type { DescribedApi, OpenApiDocument, Operation, Parameter } from './open-api.ts';

const STYLE = `
body{font:1rem/1.5 Arial,sans-serif;color:#212b32;background:#fff;margin:0 auto;max-width:60rem;padding:1rem}
h1,h2,h3{line-height:1.25}h2{border-top:1px solid #aeb7bd;padding-top:1rem}
code,pre{font:.9rem/1.4 monospace;background:#f0f4f5}pre{overflow:auto;padding:.5rem}code{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d8dde0;padding:.25rem .5rem .25rem 0}
a{color:#005eb8}a:focus,summary:focus{outline:4px solid #ffeb3b;color:#212b32;background:#ffeb3b}
.scroll{overflow-x:auto}
`;

/** The page, and the policy under which it needs nothing but its own style. */
export function docsPage(
  document: OpenApiDocument,
  api: DescribedApi,
): { readonly page: string; readonly contentSecurityPolicy: string } {
  const hash = createHash('sha256').update(STYLE, 'utf8').digest('base64');
  const body = html`<a href="#content">Skip to the content</a>
<main id="content">
<h1>${document.info.title}</h1>
<p>Version ${document.info.version}. ${document.info.description}</p>
<p><a href="${`${api.base}/openapi.json`}">The same as OpenAPI 3.1</a></p>
<ul>${describedApis.filter(({ base }) => base !== api.base).map(({ base, title }) => html`<li><a href="${`${base}/docs`}">${title}</a></li>`)}</ul>
${document.tags.map(({ name }) => tagSection(document, name))}
${problemSection()}
</main>`;
  const page = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${html`${document.info.title}`.markup}</title><style>${raw(STYLE).markup}</style></head><body>${body.markup}</body></html>`;
  return {
    page,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function tagSection(document: OpenApiDocument, tag: string): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => operationSection(method, path, operation)),
  );
  return html`<h2>${tag}</h2>${operations}`;
}

function operationSection(method: string, path: string, operation: Operation): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  return html`<section aria-labelledby="${operationId}">
<h3 id="${operationId}">${summary}</h3>
<p><code>${method.toUpperCase()} ${path}</code></p>
${description === undefined ? null : html`<p>${description}</p>`}
${parameters.length === 0 ? null : parameterTable(parameters)}
${body === undefined ? null : html`<details><summary>What to send</summary><pre tabindex="0">${JSON.stringify(body, null, 2)}</pre></details>`}
<details><summary>What comes back</summary><pre tabindex="0">${JSON.stringify(answerSchema(responses), null, 2)}</pre>
<ul>${Object.entries(responses).map(([status, response]) => html`<li>${status}: ${String(response['description'])}</li>`)}</ul></details>
</section>`;
}

function answerSchema(responses: Operation['responses']): unknown {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const content = good?.['content'] as Record<string, { schema: unknown }> | undefined;
  return Object.values(content ?? {})[0]?.schema;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Needed</th><th scope="col">What</th></tr></thead>
<tbody>${parameters.map(
    ({ name, in: where, required, description }) => html`<tr><td><code>${name}</code></td><td>${where}</td>
<td>${required ? 'Yes' : 'No'}</td><td>${typeof description === 'string' ? description : ''}</td></tr>`,
  )}</tbody></table></div>`;
}

const kinds: Readonly<Record<keyof typeof statusOfKind, string>> = {
  invalid: 'What was sent cannot be accepted as it stands: each error says where and why.',
  'not-found': 'There is no such thing, or nothing that you may know of: the two answers are alike.',
  forbidden: 'You may know of it but not do this to it.',
  conflict: 'What was sent is sound, but the state of things does not allow it.',
  stale: 'It has changed since you read it: read it again and decide anew.',
  unavailable: 'Something that is needed is away; try again.',
};

function problemSection(): Html {
  return html`<h2>Problems</h2>
<p>Errors are problem details (RFC 9457). Their <code>type</code> ends in their <code>code</code>, which never changes its meaning.</p>
<div class="scroll"><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${Object.entries(httpProblems).map(
    ([code, [status, title]]) =>
      html`<tr id="${`problem-${code}`}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  )}</tbody></table></div>
<p>Other codes name what a rule refused, by the kind of refusal:</p>
<div class="scroll"><table><thead><tr><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${Object.entries(kinds).map(
    ([kind, meaning]) =>
      html`<tr><td>${kind}</td><td>${statusOfKind[kind as keyof typeof statusOfKind]}</td><td>${meaning}</td></tr>`,
  )}</tbody></table></div>`;
}
