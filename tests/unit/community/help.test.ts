import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { blocksOf } from '../../../shared/domain/community/formatted-text.ts';
import {
  type Help,
  type HelpWork,
  helpContentSchema,
  isReviewOverdue,
  KEPT_EDITIONS,
  lastEdition,
  newHelp,
  shownHelp,
  workedHelp,
} from '../../../shared/domain/community/help.ts';
import { aHelp } from '../../http/community-papers.ts';

const today = localDate('2026-11-02');
const reviewBy = localDate('2027-05-02');
const recorded = {
  id: 'AAAAAAAAAAAAAAAA',
  at: parseInstant('2026-11-02T09:00:00Z'),
  by: { id: 'BBBBBBBBBBBBBBBB', name: 'Rosa', role: 'content-editor' },
  requestHash: '',
};
const begun = (content = aHelp()) => newHelp({ id: 'CCCCCCCCCCCCCCCC', place: 'liverpool' }, content, recorded);
const worked = (help: Help, ...works: HelpWork[]) =>
  works.reduce((done, work) => workedHelp(done, work, recorded, today), help);
const publish: HelpWork = { kind: 'published', reviewBy };
const rewrite = (title: string): HelpWork => ({ kind: 'written', content: aHelp({ title }) });

describe('help while waiting', () => {
  it('is read by families as it was published, whatever is written since', () => {
    expect(shownHelp([begun()])).toEqual([]);
    const changed = worked(begun(), publish, rewrite('Another name'));
    expect(shownHelp([changed]).map(({ title }) => title)).toEqual(['Liverpool SENDIASS']);
    expect(shownHelp([worked(changed, publish)]).map(({ title }) => title)).toEqual(['Another name']);
    expect(shownHelp([worked(changed, { kind: 'withdrawn' })])).toEqual([]);
  });

  it('can be taken back to any edition that is kept, and keeps the last ones', () => {
    const twice = worked(begun(), publish, rewrite('Second'), publish, { kind: 'restored', edition: 1 });
    expect([twice.draft?.title, lastEdition(twice)?.content.title]).toEqual(['Liverpool SENDIASS', 'Second']);
    const often = Array.from({ length: 15 }, (_, at): HelpWork[] => [rewrite(`Title ${at}`), publish]).flat();
    const full = worked(begun(), publish, ...often);
    expect([full.editions.length, lastEdition(full)?.number]).toEqual([KEPT_EDITIONS, 16]);
    expect(() => worked(full, { kind: 'restored', edition: 1 })).toThrow('not kept any more');
  });

  it('is overdue for review from the day after, and only while families read it', () => {
    const shown = worked(begun(), { kind: 'published', reviewBy: localDate('2026-12-01') });
    expect(isReviewOverdue(shown, localDate('2026-12-01'))).toBe(false);
    expect(isReviewOverdue(shown, localDate('2026-12-02'))).toBe(true);
    expect(isReviewOverdue(worked(shown, { kind: 'withdrawn' }), localDate('2026-12-02'))).toBe(false);
    for (const day of ['2026-11-02', '2027-11-04'])
      expect(() => worked(begun(), { kind: 'published', reviewBy: localDate(day) })).toThrow('next 12 months');
  });

  it('is shown to those who wait for what it is for, crisis first', () => {
    const all = [
      worked(begun(aHelp({ title: 'For autism', queues: ['ASD'] })), publish),
      worked(begun(aHelp({ title: 'For all' })), publish),
      worked(begun(aHelp({ title: 'Crisis', kind: 'crisis' })), publish),
    ];
    expect(shownHelp(all, ['SALT']).map(({ title }) => title)).toEqual(['Crisis', 'For all']);
    expect(shownHelp(all, ['ASD']).map(({ title }) => title)).toEqual(['Crisis', 'For all', 'For autism']);
  });

  it.each([
    ['an NHS number', { text: 'Ask for 999 000 0018' }],
    ['an address that is not public', { links: [{ text: 'Here', url: 'https://intranet.local/' }] }],
    ['an address that runs a script', { links: [{ text: 'Here', url: 'javascript:alert(1)' }] }],
    ['a phone number that is none', { phone: 'Ring Rosa' }],
  ])('takes no %s', (_case, wrong) => {
    expect(helpContentSchema.safeParse({ ...aHelp(), ...wrong }).success).toBe(false);
  });

  it.each(['999', '111, option 2', '0151 496 0100', '+44 151 496 0100'])('takes the phone number %s', (phone) => {
    expect(helpContentSchema.safeParse(aHelp({ phone })).success).toBe(true);
  });
});

describe('text for families', () => {
  it('has paragraphs and lists, and nothing else', () => {
    expect(blocksOf('One line\nand more.\n\n- first\n- second\nAfter <b>it</b>')).toEqual([
      { kind: 'paragraph', text: 'One line and more.' },
      { kind: 'list', items: ['first', 'second'] },
      { kind: 'paragraph', text: 'After <b>it</b>' },
    ]);
    expect(blocksOf(' \n\n')).toEqual([]);
  });
});
