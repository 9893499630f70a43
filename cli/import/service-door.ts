/** The API as a door to import through. */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { ImportDoor } from '../../shared/application/import/import-file.ts';
import { localDateSchema } from '../../shared/domain/calendar/local-date.ts';
import { reviewReasons, rowOutcomes } from '../../shared/domain/import/plan-row.ts';
import { rowFlags } from '../../shared/domain/import/row.ts';
import { rowErrorCodes } from '../../shared/domain/import/row-error.ts';
import { Refused } from './refused.ts';

export interface ServiceAddress {
  readonly api: string;
  readonly token: string;
  readonly actingAs: string | undefined;
}

const startedSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'complete', 'undone']),
  asAt: localDateSchema,
});
const id = z.string().nullable();
const answersSchema = z.object({
  rows: z.array(
    z.object({
      record: z.int(),
      line: z.int(),
      outcome: z.enum(rowOutcomes),
      code: z.enum([...rowErrorCodes, ...reviewReasons]).nullable(),
      column: z.string().nullable(),
      flags: z.array(z.enum(rowFlags)),
      personId: id,
      referralId: id,
      reviewId: id,
      found: z.string().nullable(),
      fix: z.string().nullable(),
      errors: z.array(
        z.object({ code: z.enum(rowErrorCodes), column: z.string(), found: z.string(), fix: z.string() }),
      ),
    }),
  ),
});
const completeSchema = z.object({ totals: z.object({ absent: z.int(), possibleDuplicates: z.int() }) });
const problemSchema = z.object({ title: z.string(), code: z.string().optional() });

/** How often a request is sent when the service cannot answer now, and how long the first wait is. */
const TRIES = 6;
const FIRST_WAIT_MILLISECONDS = 200;

export function serviceDoor(address: ServiceAddress): ImportDoor {
  const post = <T>(path: string, body: unknown, schema: z.ZodType<T>, key?: string) =>
    asked(address, path, body, schema, key);
  return {
    start: (file, key) => post('/v1/imports', file, startedSchema, key),
    rows: async (importId, rows) => (await post(`/v1/imports/${importId}/batches`, { rows }, answersSchema)).rows,
    complete: async (importId) => (await post(`/v1/imports/${importId}/complete`, undefined, completeSchema)).totals,
    rehearse: (file, earlier, rows) =>
      post('/v1/imports/dry-run', { ...file, earlier, rows }, answersSchema.extend({ asAt: localDateSchema })),
    absent: async (system, referralIds) => {
      const schema = z.object({ absent: z.array(z.unknown()) });
      return (await post('/v1/imports/absent', { system, referralIds }, schema)).absent.length;
    },
  };
}

/** Every request may be sent again: none does anything twice. */
async function asked<T>(
  { api, token, actingAs }: ServiceAddress,
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  key: string | undefined,
): Promise<T> {
  const request = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(actingAs === undefined ? {} : { 'acting-as': actingAs }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  for (let round = 1; ; round += 1) {
    const answer = await fetch(new URL(path, api), request).catch(() => undefined);
    if (answer?.ok === true) return schema.parse(await answer.json());
    const passing = answer === undefined || answer.status === 429 || answer.status >= 500;
    if (!passing || round === TRIES) throw await refusal(api, answer);
    await pause(FIRST_WAIT_MILLISECONDS * 2 ** round);
  }
}

async function refusal(api: string, answer: Response | undefined): Promise<Refused> {
  if (answer === undefined)
    return new Refused(`The service does not answer at ${api}. Is it running? Run the command again to go on.`);
  const problem = problemSchema.safeParse(await answer.json().catch(() => undefined));
  const title = problem.success ? problem.data.title : `it answered ${answer.status}`;
  if (answer.status === 401) return new Refused('The service does not know you: the token is wrong or has run out.');
  if (answer.status === 403) return new Refused(`You may not import: ${title}. A data manager of the place may.`);
  if (answer.status === 404) return new Refused(`There is no import service at ${api}.`);
  if (answer.status >= 500 || answer.status === 429)
    return new Refused(`The service cannot import just now: ${title}. Run the command again to go on.`);
  return new Refused(`The service refused: ${title}.`);
}
