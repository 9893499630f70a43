/** Every error as problem details (RFC 9457): one exhaustive table from the domain's kinds to statuses. */
import * as z from 'zod';
import { type ErrorKind, isDomainError } from '../../domain/error.ts';
import { HttpProblem } from './http-problem.ts';

/** The status that each kind of domain error is answered with. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  stale: 412,
  unavailable: 503,
};

/** Seconds after which a client may well try again when something was away. */
const RETRY_SECONDS = '5';

export const PROBLEM_TYPE = 'application/problem+json';

export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'Says what kind of problem this is; stable', examples: ['/v1/docs#problem-changed-since'] }),
    title: z.string().meta({ description: 'The same for every problem of this type' }),
    status: z.int(),
    code: z.string().meta({ description: 'The last part of the type, for machines' }),
    requestId: z.string().meta({ description: 'Name this when you ask for help' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer into the body, or the name of a parameter or header' }),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'What is wrong, part by part' }),
    facts: z.record(z.string(), z.unknown()).optional().meta({ description: 'More for a machine to act on' }),
  })
  .meta({ description: 'Problem details (RFC 9457)' });
export type Problem = z.output<typeof problemSchema>;

/** A problem and the headers that go with it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** False when the error was foreseen; an unforeseen one must be logged. */
  readonly unforeseen: boolean;
}

/** The stable name of a kind of problem: it leads to where it is explained. */
export function problemType(code: string): string {
  return `/v1/docs#problem-${code}`;
}

/** Any thrown value as problem details. What was not foreseen becomes one fixed text: nothing of it is told. */
export function problemOf(caught: unknown, requestId: string): ProblemAnswer {
  if (caught instanceof HttpProblem) {
    const { code, message: title, status, headers } = caught;
    return { problem: { type: problemType(code), title, status, code, requestId }, headers, unforeseen: false };
  }
  if (isDomainError(caught)) {
    const { kind, code, title, facts, issues } = caught;
    const status = statusOfKind[kind];
    const problem: Problem = { type: problemType(code), title, status, code, requestId };
    if (issues.length > 0) {
      problem.errors = issues.map(({ pointer, code: fault, message }) => ({ pointer, code: fault, detail: message }));
    }
    if (Object.keys(facts).length > 0) problem.facts = facts;
    return { problem, headers: kind === 'unavailable' ? { 'retry-after': RETRY_SECONDS } : {}, unforeseen: false };
  }
  const code = 'unexpected';
  const title = 'Something went wrong here. Nothing you sent is known to be wrong';
  return { problem: { type: problemType(code), title, status: 500, code, requestId }, headers: {}, unforeseen: true };
}
