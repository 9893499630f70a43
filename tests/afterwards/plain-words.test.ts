/**
 * Families read plain words (ADR 0092): whatever page of theirs a test looked at, in whatever state, asks for no more than eight years
 * of school, and in Easy Read for no more than five; the page as a whole, each section, and each sentence.
 */
import { expect, it } from 'vitest';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import { hardParts } from '../browser/plain-words.ts';
import { readPages } from '../browser/read-pages.ts';

const names = [...initialPolicies.values()].flatMap(({ queues, branding, place }) => [
  ...queues.map(({ name }) => name),
  branding.organisation,
  place.name,
]);

it('no page of families asks for more than it may', () => {
  const english = readPages().filter(({ language }) => language === 'en');
  expect(english.length).toBeGreaterThan(20);
  expect(english.some(({ isEasy }) => isEasy)).toBe(true);
  const hard = english.flatMap((page) => hardParts(page, names));
  expect([...new Set(hard)]).toEqual([]);
});
