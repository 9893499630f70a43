import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  assertNever,
  conflict,
  DomainError,
  errorKinds,
  forbidden,
  invalid,
  isDomainError,
  issuesOf,
  notFound,
  pointerOf,
  stale,
  unavailable,
} from '../../shared/domain/error.ts';

describe('Domain errors', () => {
  it('has one constructor a kind, and no other kinds', () => {
    const errors = [
      invalid('nothing-sent', 'Nothing was sent'),
      notFound('no-referral', 'There is no such referral'),
      forbidden('not-your-place', 'You cannot do this here'),
      conflict('already-closed', 'The referral is closed'),
      stale('changed-since', 'It has changed since you opened it', { version: 4 }),
      unavailable('store-away', 'The store cannot be reached', {}, new Error('ECONNREFUSED')),
    ];
    expect(errors.map((error) => error.kind)).toEqual([...errorKinds]);
    expect(errors.every((error) => error instanceof DomainError && error instanceof Error)).toBe(true);
    expect(errors[4]).toMatchObject({
      code: 'changed-since',
      title: 'It has changed since you opened it',
      facts: { version: 4 },
    });
    expect(errors[5]?.cause).toEqual(new Error('ECONNREFUSED'));
    expect('cause' in (errors[0] ?? {})).toBe(false);
  });

  it('carries every issue of an input that is invalid', () => {
    const issues = [{ pointer: '/received', code: 'date-in-future', message: 'The date is in the future' }];
    expect(invalid('referral-invalid', 'The referral has errors', issues).issues).toEqual(issues);
    expect(conflict('already-closed', 'The referral is closed').issues).toEqual([]);
  });

  it('refuses a code that is not kebab-case', () => {
    for (const code of ['', 'Not-Kebab', 'snake_case', '-lead', 'trail-', 'a--b', 'a b']) {
      expect(() => conflict(code, 'A title')).toThrow(TypeError);
    }
  });

  it('is told apart by kind', () => {
    const error: unknown = conflict('already-closed', 'The referral is closed');
    expect([isDomainError(error), isDomainError(error, 'conflict'), isDomainError(error, 'stale')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isDomainError(new Error('plain'))).toBe(false);
    expect(isDomainError({ kind: 'conflict' })).toBe(false);
  });

  it('points into an input as RFC 6901 says', () => {
    expect(pointerOf([])).toBe('');
    expect(pointerOf(['events', 0, 'a/b~c'])).toBe('/events/0/a~1b~0c');
  });

  it('turns what zod found into issues, one for each field that should not be there', () => {
    const schema = z.strictObject({
      name: z.string().min(1),
      at: z.array(z.object({ day: z.number() })),
      check: z.string().refine(() => false, { error: 'No', params: { code: 'never-right' } }),
    });
    const result = schema.safeParse({ name: '', at: [{ day: 'x' }], check: 'y', extra: 1, more: 2 });
    if (result.success) throw new Error('The input passed');
    expect(issuesOf(result.error).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/name', 'too-small'],
      ['/at/0/day', 'invalid-type'],
      ['/check', 'never-right'],
      ['/extra', 'unrecognized-key'],
      ['/more', 'unrecognized-key'],
    ]);
    expect(issuesOf(result.error).every(({ message }) => message.length > 0)).toBe(true);
  });

  it('stops at a case nobody thought of, without repeating it', () => {
    expect(() => assertNever('9990000018' as never, 'event')).toThrow(new TypeError('Unhandled event'));
  });
});
