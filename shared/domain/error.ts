import type { ZodError } from 'zod';

/** Every way the domain says no. The list is closed: one exhaustive table at each edge maps a kind to an answer. */
export const errorKinds = ['invalid', 'not-found', 'forbidden', 'conflict', 'stale', 'unavailable'] as const;

/** One member of {@link errorKinds}. */
export type ErrorKind = (typeof errorKinds)[number];

/** A plain value that may travel with an error, down to JSON. Never a fact about a person. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** What an error adds to its code for a machine to act on, by name. */
export type Facts = { readonly [name: string]: Fact };

/** One thing wrong with one part of an input. */
export type Issue = {
  /** JSON pointer (RFC 6901) to the part that is wrong; `''` is the whole input. */
  readonly pointer: string;
  /** Kebab-case, stable, for machines. */
  readonly code: string;
  /** One plain sentence for people. It never repeats what was typed. */
  readonly message: string;
};

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A refusal or failure that the domain foresaw. Its `message` is a title that is safe to show and to log: it holds no
 * fact about a person. Anything else that is thrown is a fault of the program.
 */
export class DomainError<K extends ErrorKind = ErrorKind> extends Error {
  readonly kind: K;
  /** Kebab-case, stable, for machines. */
  readonly code: string;
  readonly facts: Facts;
  /** What is wrong with the input, part by part. Always empty unless `kind` is `invalid`. */
  readonly issues: readonly Issue[];

  /** Use the constructors below; they say which parts each kind takes. */
  constructor(
    kind: K,
    code: string,
    title: string,
    more: { facts?: Facts; issues?: readonly Issue[]; cause?: unknown },
  ) {
    super(title, more.cause === undefined ? undefined : { cause: more.cause });
    if (!kebabCase.test(code)) throw new TypeError('The code of a domain error must be in kebab-case');
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.facts = more.facts ?? {};
    this.issues = more.issues ?? [];
  }

  /** The message, under the name it has in an answer. */
  get title(): string {
    return this.message;
  }
}

/** The input cannot be accepted as it stands; `issues` says where and why. */
export const invalid = (code: string, title: string, issues: readonly Issue[] = [], facts: Facts = {}) =>
  new DomainError('invalid', code, title, { issues, facts });

/** There is no such thing, or nothing that this person may know of. */
export const notFound = (code: string, title: string, facts: Facts = {}) =>
  new DomainError('not-found', code, title, { facts });

/** This person may know of the thing but not do this to it. */
export const forbidden = (code: string, title: string, facts: Facts = {}) =>
  new DomainError('forbidden', code, title, { facts });

/** The input is sound but the state of things does not allow it. */
export const conflict = (code: string, title: string, facts: Facts = {}) =>
  new DomainError('conflict', code, title, { facts });

/** The thing has changed since the caller read it. */
export const stale = (code: string, title: string, facts: Facts = {}) =>
  new DomainError('stale', code, title, { facts });

/** Something that is needed cannot be reached or is not known; trying later, or adding it, may help. */
export const unavailable = (code: string, title: string, facts: Facts = {}, cause?: unknown) =>
  new DomainError('unavailable', code, title, { facts, cause });

/** Whether a caught value is a domain error, and of this kind when one is named. */
export function isDomainError<K extends ErrorKind = ErrorKind>(caught: unknown, kind?: K): caught is DomainError<K> {
  return caught instanceof DomainError && (kind === undefined || caught.kind === kind);
}

/** A JSON pointer (RFC 6901) for a path of names and positions. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * The issues zod found, as ours. A check of our own passes its code in `params.code`; zod's codes become kebab-case;
 * each key that should not be there gets an issue of its own.
 */
export function issuesOf(error: ZodError): Issue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointerOf([...issue.path, key]),
        code: 'unrecognized-key',
        message: 'This is not a field that can be sent',
      }));
    }
    const { code: own }: { code?: unknown } = issue.code === 'custom' ? (issue.params ?? {}) : {};
    const code = typeof own === 'string' ? own : issue.code.replaceAll('_', '-');
    return [{ pointer: pointerOf(issue.path), code, message: issue.message }];
  });
}

/** Marks the end of an exhaustive `switch`: adding a member to the union makes the call a compile error. */
export function assertNever(_value: never, what = 'case'): never {
  throw new TypeError(`Unhandled ${what}`);
}
