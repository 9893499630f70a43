/** Says whether an event matches. */
export type Matches = (event: unknown) => boolean;

type ValueTest = (value: unknown) => boolean;

interface Leaf {
  readonly tests: readonly ValueTest[];
  /** Whether the pattern is met by a field that is not there. */
  readonly absent: boolean;
}

/**
 * Reads an event pattern of EventBridge: exact values, `prefix`, `suffix`, `equals-ignore-case`, `anything-but`, `exists`,
 * `numeric`, and `$or`.
 * @throws Error on an operator that is not known here: a rule must not match more or less than on AWS.
 */
export function readPattern(pattern: Readonly<Record<string, unknown>>): Matches {
  const tests = Object.entries(pattern).map(([key, wanted]): Matches => {
    if (key === '$or') {
      const choices = listOf(wanted).map((choice) => readPattern(objectOf(choice)));
      return (event) => choices.some((matches) => matches(event));
    }
    if (Array.isArray(wanted)) {
      const leaf = readLeaf(wanted);
      return (event) => meets(leaf, field(event, key));
    }
    const inner = readPattern(objectOf(wanted));
    // A field that holds several objects matches if one of them does.
    return (event) => [field(event, key)].flat().some((value) => inner(value));
  });
  return (event) => tests.every((matches) => matches(event));
}

function readLeaf(wanted: readonly unknown[]): Leaf {
  const absent = wanted.some((each) => isObject(each) && each['exists'] === false);
  const tests = wanted
    .filter((each) => !(isObject(each) && each['exists'] === false))
    .map((each): ValueTest => (isObject(each) ? readOperator(each) : (value) => value === each));
  return { tests, absent };
}

function meets({ tests, absent }: Leaf, value: unknown): boolean {
  if (value === undefined) return absent;
  return [value].flat().some((each) => tests.some((test) => test(each)));
}

function readOperator(operator: Readonly<Record<string, unknown>>): ValueTest {
  const [[name, argument] = ['', undefined], ...more] = Object.entries(operator);
  if (more.length > 0) throw new Error(`one operator at a time in an event pattern: ${JSON.stringify(operator)}`);
  switch (name) {
    case 'exists':
      return () => true;
    case 'prefix':
      return text((value) => value.startsWith(textOf(argument)));
    case 'suffix':
      return text((value) => value.endsWith(textOf(argument)));
    case 'equals-ignore-case':
      return text((value) => value.toLowerCase() === textOf(argument).toLowerCase());
    case 'numeric':
      return readNumeric(listOf(argument));
    case 'anything-but':
      return readAnythingBut(argument);
    default:
      throw new Error(`the local cloud does not know the operator '${name}' of event patterns`);
  }
}

function readAnythingBut(argument: unknown): ValueTest {
  if (isObject(argument)) {
    const unwanted = readOperator(argument);
    return (value) => !unwanted(value);
  }
  const unwanted = [argument].flat();
  return (value) => !unwanted.includes(value);
}

/** `['>', 0, '<=', 5]` */
function readNumeric(parts: readonly unknown[]): ValueTest {
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const operator = textOf(parts[at]);
    const bound = Number(parts[at + 1]);
    const comparisons: Readonly<Record<string, (value: number) => boolean>> = {
      '=': (value) => value === bound,
      '<': (value) => value < bound,
      '<=': (value) => value <= bound,
      '>': (value) => value > bound,
      '>=': (value) => value >= bound,
    };
    const comparison = comparisons[operator];
    if (!comparison || Number.isNaN(bound)) throw new Error(`'${JSON.stringify(parts)}' is not a numeric comparison`);
    tests.push(comparison);
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function text(test: (value: string) => boolean): ValueTest {
  return (value) => typeof value === 'string' && test(value);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Error(`an event pattern has ${JSON.stringify(value)} where text belongs`);
}

function field(event: unknown, key: string): unknown {
  return isObject(event) && Object.hasOwn(event, key) ? event[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new Error(`an event pattern has ${JSON.stringify(value)} where an object belongs`);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`an event pattern has ${JSON.stringify(value)} where a list belongs`);
}
