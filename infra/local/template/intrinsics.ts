/** Where the resolver finds what a template names. */
export interface Lookup {
  /** A parameter, pseudo parameter or resource; `fillIn.nothing` for `AWS::NoValue`. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
  /** The value of an export of any stack. */
  exported(name: string): unknown;
  /** The value of an output of a named stack. */
  stackOutput(stack: string, name: string): unknown;
  /** Last word on every text, plain or put together. */
  finish(text: string): string;
}

/** What a property is that CloudFormation leaves out (`AWS::NoValue`). */
export const fillIn = { nothing: Symbol('AWS::NoValue') } as const;

type Resolve = (value: unknown) => unknown;
type Intrinsic = (argument: unknown, lookup: Lookup, resolve: Resolve) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, lookup) => lookup.ref(text(name)),
  'Fn::GetAtt': (argument, lookup, resolve) => {
    const [logicalId, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument);
    return lookup.attribute(text(logicalId), path.map((part) => text(resolve(part))).join('.'));
  },
  'Fn::Join': (argument, lookup, resolve) => {
    const [separator, parts] = list(argument);
    return lookup.finish(
      list(resolve(parts))
        .map((part) => text(part))
        .join(text(separator)),
    );
  },
  'Fn::Sub': (argument, lookup, resolve) => {
    const [template, values] = typeof argument === 'string' ? [argument, {}] : list(argument);
    const given = record(resolve(values ?? {}));
    const filled = text(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(given, name)) return text(given[name]);
      const dot = name.indexOf('.');
      return text(dot < 0 ? lookup.ref(name) : lookup.attribute(name.slice(0, dot), name.slice(dot + 1)));
    });
    return lookup.finish(filled);
  },
  'Fn::ImportValue': (name, lookup, resolve) => lookup.exported(text(resolve(name))),
  'Fn::GetStackOutput': (argument, lookup, resolve) => {
    const { StackName, OutputName } = record(resolve(argument));
    return lookup.stackOutput(text(StackName), text(OutputName));
  },
  'Fn::Select': (argument, _, resolve) => {
    const [index, choices] = list(argument);
    const chosen = list(resolve(choices))[Number(resolve(index))];
    if (chosen === undefined) throw new Error(`Fn::Select has nothing at ${String(index)}`);
    return chosen;
  },
  'Fn::Split': (argument, _, resolve) => {
    const [separator, source] = list(argument);
    return text(resolve(source)).split(text(separator));
  },
  'Fn::FindInMap': (argument, lookup, resolve) => {
    const [map, first, second] = list(resolve(argument));
    return lookup.mapping(text(map), text(first), text(second));
  },
  'Fn::If': (argument, lookup, resolve) => {
    const [name, yes, no] = list(argument);
    return resolve(lookup.condition(text(name)) ? yes : no);
  },
  'Fn::Equals': (argument, _, resolve) => {
    const [left, right] = list(resolve(argument));
    return left === right;
  },
  'Fn::And': (argument, _, resolve) => list(argument).every((part) => resolve(part) === true),
  'Fn::Or': (argument, _, resolve) => list(argument).some((part) => resolve(part) === true),
  'Fn::Not': (argument, _, resolve) => resolve(list(argument)[0]) !== true,
  'Fn::Base64': (argument, _, resolve) => Buffer.from(text(resolve(argument))).toString('base64'),
};

/**
 * Resolves every intrinsic function within a value of a template.
 * @throws Error on an intrinsic function that is not known here, or one whose arguments are not of its form.
 */
export function resolveValue(value: unknown, lookup: Lookup): unknown {
  const resolve = (inner: unknown): unknown => resolveValue(inner, lookup);
  if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== fillIn.nothing);
  if (typeof value === 'string') return lookup.finish(value);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1 && (first[0].startsWith('Fn::') || first[0] === 'Ref')) {
    const intrinsic = INTRINSICS[first[0]];
    if (!intrinsic) throw new Error(`the local cloud does not know the intrinsic function ${first[0]}`);
    return intrinsic(first[1], lookup, resolve);
  }
  // `Condition` is an intrinsic function only where a condition is asked for: inside And, Or, Not. A policy statement has
  // a key of that name too, whose value is an object.
  if (first && entries.length === 1 && first[0] === 'Condition' && typeof first[1] === 'string') {
    return lookup.condition(first[1]);
  }
  const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const);
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== fillIn.nothing));
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`text was expected where the template has ${JSON.stringify(value)}`);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`a list was expected where the template has ${JSON.stringify(value)}`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw new Error(`an object was expected where the template has ${JSON.stringify(value)}`);
}
