import { type IamRequest, likeness, many, type OneOrMany } from './iam-statement.ts';

/** Says whether one value sent meets one value of the policy. */
type Comparison = (sent: string, wanted: string) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (sent, wanted) => sent === wanted,
  StringEqualsIgnoreCase: (sent, wanted) => sent.toLowerCase() === wanted.toLowerCase(),
  StringLike: (sent, wanted) => likeness(wanted)(sent),
  Bool: (sent, wanted) => sent.toLowerCase() === wanted.toLowerCase(),
};

const NEGATIONS: Readonly<Record<string, Comparison>> = {
  StringNotEquals: (sent, wanted) => sent === wanted,
  StringNotLike: (sent, wanted) => likeness(wanted)(sent),
};

/** A condition block, ready to be asked. */
export type Condition = (context: IamRequest['context']) => boolean;

/**
 * Reads a statement's condition block. Every operator and key in it must be met; of several values of one key, one is
 * enough. Throws on an operator that is not known here: leaving a condition out would grant more than AWS does.
 */
export function readCondition(block: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>> = {}): Condition {
  const tests = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => readTest(operator, key, many(values))),
  );
  return (context) => tests.every((test) => test(context));
}

function readTest(operator: string, key: string, wanted: readonly string[]): Condition {
  const quantifier = /^(ForAllValues|ForAnyValue):/.exec(operator)?.[1];
  const optional = operator.endsWith('IfExists');
  const name = operator.replace(/^[^:]+:/, '').replace(/IfExists$/, '');
  const lookUp = (context: IamRequest['context']) => context[key.toLowerCase()];

  if (name === 'Null') return (context) => (lookUp(context) === undefined) === wanted.includes('true');
  const positive = COMPARISONS[name];
  const negative = NEGATIONS[name];
  const comparison = positive ?? negative;
  if (comparison === undefined) throw new Error(`IAM condition operator ${operator} is not known to the local cloud`);
  const meets = (sent: string) => wanted.some((value) => comparison(sent, value)) === (positive !== undefined);

  return (context) => {
    const sent = lookUp(context);
    // An absent key meets ForAllValues and IfExists, and a negation; it meets nothing else. So says AWS's reference.
    if (sent === undefined || sent.length === 0) {
      return quantifier === 'ForAllValues' || optional || (negative !== undefined && quantifier === undefined);
    }
    return quantifier === 'ForAnyValue' ? sent.some(meets) : sent.every(meets);
  };
}
