import { describe, expect, it } from 'vitest';
import { eventsSince, versionsOf } from '../../../shared/application/versions.ts';

const event = (recordedAt: string, actor = 'a', importId?: string) => ({
  recordedAt,
  by: { actor },
  ...(importId === undefined ? {} : { importId }),
});

describe('the version of each event', () => {
  it('rises by one with each, when each command recorded one', () => {
    const events = [event('1'), event('1'), event('1')];
    expect(versionsOf({ version: 3, events })).toEqual([1, 2, 3]);
  });

  it('is one for those that were recorded together', () => {
    const events = [event('1', 'a', 'i'), event('1', 'a', 'i'), event('2'), event('3', 'b'), event('3', 'b')];
    expect(versionsOf({ version: 3, events })).toEqual([1, 1, 2, 3, 3]);
    expect(eventsSince({ version: 3, events }, 1)).toEqual(events.slice(2));
    expect(eventsSince({ version: 3, events }, 3)).toEqual([]);
    expect(eventsSince({ version: 3, events }, 0)).toEqual(events);
  });
});
