import { describe, expect, it } from 'vitest';
import { listAddress } from '../../../functions/web/pages/queues/addresses.ts';
import { columnSort, orderInWords } from '../../../functions/web/pages/queues/list-order.ts';
import {
  assigneeOf,
  everybody,
  fromTheStart,
  listSearch,
  questionOf,
  readListQuery,
  sealedAssignee,
} from '../../../functions/web/pages/queues/list-query.ts';
import { sealedCursors } from '../../../shared/adapters/crypto/cursors.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { queueOf } from '../../../shared/domain/policy/policy.ts';

const cursors = sealedCursors('a key of this test');
const salt = queueOf(liverpool, 'SALT') ?? liverpool.queues[0];
if (salt === undefined) throw new Error('Liverpool has queues');
const read = (text: string) => readListQuery(new URLSearchParams(text));

describe('the address of a list', () => {
  it('asks for everybody in the order of the policy when it says nothing', () => {
    expect(read('')).toEqual(everybody);
    expect(listSearch(everybody)).toBe('');
    expect(questionOf(everybody, salt, undefined)).toEqual({ queue: 'SALT', filter: {}, sort: [] });
  });

  it('asks for what its filters say', () => {
    const query = read(
      'only=needs-action&only=over-standard&only=adjustments&only=interpreter&tier=soon&tier=urgent&age=18-25&stage=booked&wait=over-52-weeks&flag=looked-after&flag=ehc-plan&sort=-wait',
    );
    expect(questionOf(query, salt, null)).toEqual({
      queue: 'SALT',
      filter: {
        needsAction: true,
        overDays: 126,
        hasAdjustments: true,
        needsInterpreter: true,
        tiers: ['urgent', 'soon'],
        ageBands: ['18-25'],
        stages: ['booked'],
        waitBands: ['over-52-weeks'],
        flags: ['ehc-plan', 'looked-after'],
        assignedTo: null,
      },
      sort: [{ column: 'wait', direction: 'descending' }],
    });
  });

  it.each([
    'tier=whenever',
    'only=names',
    'sort=shoe-size',
    'age=26',
    'stage=booked&stage=lost',
    'flag=%3Cb%3E',
    'wait=x',
  ])('refuses %s rather than show more than was asked for', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'filter-unknown' }));
  });

  it('takes an empty field of the form for one that was left alone', () => {
    expect(read('assigned=&sort=&cursor=&tier=')).toEqual(everybody);
  });

  it('begins at the first page whenever its filters or its order change', () => {
    expect(fromTheStart(read('cursor=abc&tier=soon'), { sort: null }).cursor).toBeNull();
  });

  it('holds a name only sealed, and only one that was sealed here opens', () => {
    const sealed = sealedAssignee(cursors, 'Priya Nair');
    const address = listAddress('SALT', { ...everybody, assigned: sealed });
    expect(decodeURIComponent(address)).not.toMatch(/priya|nair/i);
    expect(assigneeOf(read(address.split('?')[1] ?? ''), cursors, 'Sam')).toBe('Priya Nair');
    expect(assigneeOf(read('assigned=me'), cursors, 'Sam')).toBe('Sam');
    expect(assigneeOf(read('assigned=nobody'), cursors, 'Sam')).toBeNull();
    expect(assigneeOf(everybody, cursors, 'Sam')).toBeUndefined();
    expect(() => assigneeOf(read('assigned=Priya+Nair'), cursors, 'Sam')).toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    );
  });
});

describe('the order of a list', () => {
  it('is turned round by its own heading, and begins with the longest wait', () => {
    const first = columnSort(everybody, salt, 'wait');
    expect(first).toEqual({ direction: 'none', href: '/queues/SALT?sort=-wait' });
    const sorted = read('sort=-wait&tier=soon');
    expect(columnSort(sorted, salt, 'wait')).toEqual({
      direction: 'descending',
      href: '/queues/SALT?tier=soon&sort=wait',
    });
    expect(columnSort(sorted, salt, 'name')).toEqual({ direction: 'none', href: '/queues/SALT?tier=soon&sort=name' });
    expect(orderInWords(sorted)).toBe('longest wait first');
    expect(orderInWords(everybody)).toBe('urgent, soon, routine; then longest waiting');
  });
});
