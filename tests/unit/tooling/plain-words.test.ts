/** The gate itself: what it lets through, and what it does not. */
import { describe, expect, it } from 'vitest';
import { type Block, hardParts } from '../../browser/plain-words.ts';

const page = (blocks: readonly Block[], isEasy = false) => ({ path: '/family', language: 'en', isEasy, blocks });
const under = (section: string, ...texts: readonly string[]) => texts.map((text) => ({ section, text }));

const plain = [
  'You are on the list. You have not lost your place. The team will offer you a date when your turn comes.',
  'Tell them if something has changed. You can ring them at any time, and they will talk with you.',
];
const HARD =
  'Following multidisciplinary consideration of documentation, additional information regarding educational provision is necessary.';

describe('a page', () => {
  it('passes in plain words, whatever it is called', () => {
    expect(hardParts(page(under('Where things stand', ...plain)))).toEqual([]);
  });

  it('fails by one hard sentence in one of its sections, however much else is plain', () => {
    const rest = ['Now', 'Next', 'Who to ask', 'News'].flatMap((section) => under(section, ...plain));
    const found = hardParts(page([...rest, ...under('Your plan', ...plain, HARD)]));
    expect(found).toContainEqual(expect.stringMatching(/^\/family: grade [\d.]+: Following multidisciplinary/));
  });

  it('fails by one sentence that goes on and on, even in short words', () => {
    const long =
      'You can ring the team at any time of the day, and if they are not there you can leave your name and say what you want to ask them.';
    expect(hardParts(page(under('Who to ask', ...plain, long)))).toContainEqual(
      expect.stringContaining('30 words in a sentence'),
    );
  });

  it('may hold an address to copy', () => {
    const address = 'https://waits.example/family/calendar/hHUyTUvuzkJiIIR0n89z2fsG/dates.ics';
    expect(hardParts(page(under('Your address', ...plain, address, `Copy it: ${address}`)))).toEqual([]);
  });

  it('may hold the names of services, and labels of a word or two', () => {
    const name = 'Multidisciplinary Neurodevelopmental Coordination Service';
    const named = under('Where things stand', ...plain, `You wait for ${name}. The ${name} will ring you.`);
    expect(hardParts(page(named))).not.toEqual([]);
    expect(hardParts(page(named), ['Coordination Service', name])).toEqual([]);
    expect(hardParts(page(under('', 'Neurodevelopmental assessment', ...plain)))).toEqual([]);
  });
});

describe('an Easy Read page', () => {
  it('has to be easier than a plain one', () => {
    const less = under('', ...plain, 'The team will finish the assessment and then invite you to a meeting about it.');
    expect(hardParts(page(less))).toEqual([]);
    expect(hardParts(page(less, true))).not.toEqual([]);
    expect(hardParts(page(under('', 'The team has met you. They will plan what comes next.'), true))).toEqual([]);
  });
});
