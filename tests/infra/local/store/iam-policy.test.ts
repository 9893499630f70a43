import { describe, expect, it } from 'vitest';
import { Policy } from '../../../../infra/local/store/iam-policy.ts';
import { type IamStatement, likeness } from '../../../../infra/local/store/iam-statement.ts';

const allows = (
  statement: Omit<IamStatement, 'Effect'>,
  context: Record<string, string[]> = {},
  action = 'dynamodb:GetItem',
  resource = 'arn:aws:dynamodb:eu-west-2:1:table/records',
) => new Policy([{ Effect: 'Allow', ...statement }]).decide({ action, resource, context }).allowed;

describe('wildcards', () => {
  it.each([
    ['dynamodb:*', 'dynamodb:GetItem', true],
    ['dynamodb:Get*', 'dynamodb:PutItem', false],
    ['table/record?', 'table/records', true],
    ['table/record?', 'table/record', false],
    ['table/rec.rds', 'table/records', false],
    ['table/records', 'table/records/index/list', false],
    ['table/records*', 'table/records/index/list', true],
    ['a+(b)[c]', 'a+(b)[c]', true],
  ])('%s and %s: %s', (pattern, text, matches) => {
    expect(likeness(pattern)(text)).toBe(matches);
  });

  it('takes actions in any case and resources in their own', () => {
    expect(allows({ Action: 'DynamoDB:getitem', Resource: '*' })).toBe(true);
    expect(allows({ Action: '*', Resource: 'arn:aws:dynamodb:eu-west-2:1:table/RECORDS' })).toBe(false);
  });

  it('reads NotAction and NotResource the other way round', () => {
    expect(allows({ NotAction: 'dynamodb:Put*', Resource: '*' })).toBe(true);
    expect(allows({ NotAction: 'dynamodb:Get*', Resource: '*' })).toBe(false);
    expect(allows({ Action: '*', NotResource: '*/records' })).toBe(false);
    expect(allows({ Action: '*', NotResource: '*/audit' })).toBe(true);
  });
});

describe('conditions', () => {
  const keys = (operator: string, ...wanted: string[]): Omit<IamStatement, 'Effect'> => ({
    Action: '*',
    Resource: '*',
    Condition: { [operator]: { 'dynamodb:LeadingKeys': wanted } },
  });
  const leading = (...values: string[]) => ({ 'dynamodb:leadingkeys': values });

  it.each([
    ['StringEquals', ['a'], ['a'], true],
    ['StringEquals', ['a'], ['A'], false],
    ['StringEqualsIgnoreCase', ['a'], ['A'], true],
    ['StringLike', ['a*'], ['abc'], true],
    ['StringLike', ['b*', 'a*'], ['abc'], true],
    ['StringNotEquals', ['a'], ['b'], true],
    ['StringNotEquals', ['a', 'b'], ['b'], false],
    ['StringNotLike', ['a*'], ['abc'], false],
    ['ForAllValues:StringLike', ['a*'], ['ab', 'ac'], true],
    ['ForAllValues:StringLike', ['a*'], ['ab', 'bc'], false],
    ['ForAnyValue:StringLike', ['a*'], ['ab', 'bc'], true],
    ['ForAnyValue:StringEquals', ['a'], ['b', 'c'], false],
  ])('%s %j against %j: %s', (operator, wanted, sent, met) => {
    expect(allows(keys(operator, ...wanted), leading(...sent))).toBe(met);
  });

  it.each([
    ['StringEquals', false],
    ['StringLike', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['ForAllValues:StringLike', true],
    ['ForAnyValue:StringLike', false],
  ])('%s when the key was not sent: %s', (operator, met) => {
    expect(allows(keys(operator, 'a'))).toBe(met);
  });

  it('reads Null as whether the key was sent', () => {
    expect(allows(keys('Null', 'true'))).toBe(true);
    expect(allows(keys('Null', 'false'))).toBe(false);
    expect(allows(keys('Null', 'false'), leading('a'))).toBe(true);
  });

  it('requires every operator and every key', () => {
    const Condition = {
      StringEquals: { 'dynamodb:LeadingKeys': 'a', 'dynamodb:Select': 'COUNT' },
      StringLike: { 'dynamodb:LeadingKeys': 'b*' },
    };
    const sent = { ...leading('a'), 'dynamodb:select': ['COUNT'] };
    expect(allows({ Action: '*', Resource: '*', Condition }, sent)).toBe(false);
    const { StringLike: _, ...first } = Condition;
    expect(allows({ Action: '*', Resource: '*', Condition: first }, sent)).toBe(true);
    expect(allows({ Action: '*', Resource: '*', Condition: first }, leading('a'))).toBe(false);
  });

  it('does not start with an operator that it cannot judge', () => {
    expect(() => new Policy([{ Effect: 'Allow', ...keys('IpAddress', '10.0.0.0/8') }])).toThrow(
      'IAM condition operator IpAddress is not known to the local cloud',
    );
  });
});
