import * as z from 'zod';

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** One `set-cookie` each. */
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const structuredSchema = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerValue).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A text that API Gateway itself answers, as it words it. */
export function gatewayAnswer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    cookies: [],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/**
 * Reads what a function returned, payload format 2.0: an object with a `statusCode` is an answer; anything else is the JSON
 * body of a 200.
 * @returns undefined when API Gateway would call it malformed
 */
export function functionAnswer(value: unknown): Answer | undefined {
  if (value === null || typeof value !== 'object' || !('statusCode' in value)) {
    if (value === undefined) return undefined;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(text) };
  }
  const result = structuredSchema.safeParse(value);
  if (!result.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = result.data;
  const lowered: Record<string, string> = {};
  for (const [name, text] of Object.entries(headers ?? {})) lowered[name.toLowerCase()] = text;
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...lowered },
    cookies: cookies ?? [],
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}
