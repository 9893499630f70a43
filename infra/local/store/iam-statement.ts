/** A value of an IAM policy that may be one text or a list of them. */
export type OneOrMany = string | readonly string[];

/** One statement of an identity policy, as it stands in the template, with its references resolved to ARNs. */
export interface IamStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/** What a caller asks to do. Context values are lists because some keys have several; an absent key was not sent. */
export interface IamRequest {
  /** For example `dynamodb:PutItem`. */
  readonly action: string;
  /** The ARN of the one thing acted on. */
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A list, whether it was written as one. */
export function many(value: OneOrMany | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Matches IAM's wildcards: `*` any text, `?` any one character. Everything else stands for itself. */
export function likeness(pattern: string, ignoreCase = false): (text: string) => boolean {
  const source = pattern
    .split('')
    .map((character) =>
      character === '*' ? '.*' : character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}]/, '\\$&'),
    )
    .join('');
  const expression = new RegExp(`^${source}$`, ignoreCase ? 'isu' : 'su');
  return (text) => expression.test(text);
}
