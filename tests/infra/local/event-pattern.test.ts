import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../infra/local/bus/event-pattern.ts';

const event = {
  source: 'send.referrals',
  'detail-type': 'referral.received.v1',
  detail: { place: 'liverpool', weeks: 12, tags: ['asd', 'adhd'], tier: null, nested: { on: true } },
};

describe('an event pattern', () => {
  it.each([
    ['an exact value', { source: ['send.referrals'] }, true],
    ['one of several values', { source: ['other', 'send.referrals'] }, true],
    ['another value', { source: ['other'] }, false],
    ['all fields together', { source: ['send.referrals'], detail: { place: ['elsewhere'] } }, false],
    ['a field within a field', { detail: { nested: { on: [true] } } }, true],
    ['null', { detail: { tier: [null] } }, true],
    ['one element of a list', { detail: { tags: ['adhd'] } }, true],
    ['a prefix', { 'detail-type': [{ prefix: 'referral.' }] }, true],
    ['a prefix that is not there', { 'detail-type': [{ prefix: 'person.' }] }, false],
    ['a suffix', { 'detail-type': [{ suffix: '.v1' }] }, true],
    ['text in any case', { detail: { place: [{ 'equals-ignore-case': 'LIVERPOOL' }] } }, true],
    ['anything but a value', { detail: { place: [{ 'anything-but': 'liverpool' }] } }, false],
    ['anything but some values', { detail: { place: [{ 'anything-but': ['a', 'b'] }] } }, true],
    ['anything but a prefix', { detail: { place: [{ 'anything-but': { prefix: 'liver' } }] } }, false],
    ['a field that is there', { detail: { weeks: [{ exists: true }] } }, true],
    ['a field that is not there', { detail: { months: [{ exists: true }] } }, false],
    ['the absence of a field', { detail: { months: [{ exists: false }] } }, true],
    ['the absence of a field that is there', { detail: { weeks: [{ exists: false }] } }, false],
    ['a number within bounds', { detail: { weeks: [{ numeric: ['>', 6, '<=', 12] }] } }, true],
    ['a number out of bounds', { detail: { weeks: [{ numeric: ['<', 12] }] } }, false],
    ['a number as text', { detail: { place: [{ numeric: ['>', 0] }] } }, false],
    ['one of several patterns', { $or: [{ source: ['other'] }, { detail: { weeks: [12] } }] }, true],
    ['none of several patterns', { $or: [{ source: ['other'] }, { detail: { weeks: [13] } }] }, false],
    ['the name of something every object has', { detail: { toString: [{ exists: true }] } }, false],
  ])('asks for %s', (_, pattern, matches) => {
    expect(readPattern(pattern)(event)).toBe(matches);
  });

  it.each([
    [{ source: [{ cidr: '10.0.0.0/8' }] }, /'cidr'/],
    [{ source: 'not a list' }, /an object belongs/],
    [{ detail: { weeks: [{ numeric: ['about', 3] }] } }, /numeric comparison/],
  ])('that is not understood stops the start: %j', (pattern, message) => {
    expect(() => readPattern(pattern)).toThrow(message);
  });
});
