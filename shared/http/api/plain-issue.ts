import type * as z from 'zod';

/**
 * What is wrong with one part of a request and what would be right, for whoever wrote the program that sent it. A schema's own words
 * stand before these; undefined leaves the library's.
 */
export function plainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is needed'
        : `This must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `Choose from: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return issue.format === 'regex' ? `This must match ${issue.pattern}` : undefined;
    default:
      return undefined;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') return least === 1 ? 'This must not be empty' : `Use ${least} characters or more`;
  if (origin === 'array') return `Send at least ${least}`;
  return `This must be ${least} or more`;
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `Use ${most} characters or fewer`;
  if (origin === 'array') return `Send at most ${most}`;
  return `This must be ${most} or less`;
}
