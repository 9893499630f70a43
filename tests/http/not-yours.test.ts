/**
 * What is another place's, or another service's, is answered like what nobody has: in the same words, and in the same time
 * (promise P3). Times are compared by Welch's t over requests that take turns, so that whatever else the machine does falls on both alike.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from './api-service.ts';
import { referred } from './invented.ts';

/** Requests of each kind in a round. */
const TURNS = 120;
/** A difference that is there shows in every round; one that the machine made does not come again. */
const ROUNDS = 3;
/** Beyond this |t| two means differ: by chance once in some hundred thousand rounds. */
const FAR = 4.5;
const NOBODY = 'AAAAAAAAAAAAAAAA';

let api: ApiService;
let stranger: Asker;
let own: Asker;
let path: string;
beforeAll(async () => {
  api = await ApiService.open();
  own = await api.staff('administrator');
  stranger = await api.staff('administrator', { place: 'cheshire-east' });
  ({ path } = await referred(api, own));
});
afterAll(() => api.close());

/** Milliseconds of each of two requests, asked in turns; the slowest tenth of each is left out: the machine was elsewhere. */
async function timed(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS * 2; turn += 1) {
    // Now the one before the other, now the other: neither gains by coming second.
    const which = ((turn >> 1) + turn) % 2 === 0 ? 0 : 1;
    const began = performance.now();
    await (which === 0 ? first() : second());
    times[which].push(performance.now() - began);
  }
  const trimmed = (all: number[]) => all.toSorted((a, b) => a - b).slice(0, Math.floor(all.length * 0.9));
  return [trimmed(times[0]), trimmed(times[1])];
}

function welch(a: readonly number[], b: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const spread = (all: readonly number[]) => {
    const middle = mean(all);
    return all.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (all.length - 1) / all.length;
  };
  return (mean(a) - mean(b)) / Math.sqrt(spread(a) + spread(b));
}

/** Whether two requests take different times: in round after round. */
async function differ(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (Math.abs(welch(...(await timed(first, second)))) < FAR) return false;
  }
  return true;
}

const ask = (who: Asker, where: string) => () => api.get(who, where);

describe('what is not yours', () => {
  const addresses = () => {
    const [person = '', referral = ''] = path.replace('/v1/people/', '').split('/referrals/');
    return [
      [`/v1/people/${person}`, `/v1/people/${NOBODY}`],
      [path, `/v1/people/${NOBODY}/referrals/${referral}`],
    ] as const;
  };

  it('is answered in the words for what is not there', async () => {
    for (const [theirs, nobodys] of addresses()) {
      const [one, other] = [await api.get(stranger, theirs), await api.get(stranger, nobodys)];
      expect(one.status, one.text).toBe(404);
      const plain = ({ body, headers }: typeof one) => {
        const { requestId: _id, instance: _instance, ...said } = body;
        return { said, headers: Object.keys(headers).toSorted() };
      };
      expect(plain(one)).toEqual(plain(other));
    }
  });

  it('is answered in the time for what is not there', { timeout: 120_000 }, async () => {
    for (const [theirs, nobodys] of addresses()) {
      expect(await differ(ask(stranger, theirs), ask(stranger, nobodys)), theirs).toBe(false);
    }
  });

  it('would be told from it by a time that differs', { timeout: 120_000 }, async () => {
    const times = await timed(ask(own, path), ask(own, `/v1/people/${NOBODY}/referrals/${NOBODY}`));
    expect(Math.abs(welch(...times))).toBeGreaterThan(FAR);
  });
});
