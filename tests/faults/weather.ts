/** What happens to one step of a function on its way to something outside it: decided by the seed, and by nothing else. */
import { createHash } from 'node:crypto';

/**
 * `lost` never arrives; `unanswered` arrives, is done, and its answer is lost; `killed-before` and `killed-after` are the end
 * of the process, before the step or when it was done and nobody had been told.
 */
export const fates = ['throttled', 'failed', 'lost', 'unanswered', 'killed-before', 'killed-after'] as const;
export type Fate = (typeof fates)[number] | 'none';

/** Of a thousand steps, how many meet each fate. */
type Rates = Readonly<Record<(typeof fates)[number], number>>;

const none = { throttled: 0, failed: 0, lost: 0, unanswered: 0, 'killed-before': 0, 'killed-after': 0 };
const usual: Rates = { ...none, throttled: 6, failed: 6, lost: 6, unanswered: 10 };
/** What the whole of the service's own tries does not always outlast. */
const storm: Rates = { ...none, throttled: 160, failed: 110, lost: 110, unanswered: 160 };
/** A process that dies: nearly always before it comes to its end, at any step. */
const deadly: Rates = { ...usual, 'killed-before': 45, 'killed-after': 45 };

export class Weather {
  /** While it is calm every step goes well. */
  calm = false;
  readonly counts = new Map<Fate, number>();
  readonly #seed: number;
  readonly #rates = new Map<string, Rates>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /**
   * @param invocation which call of a function it is.
   * @param step what is asked, whole: two steps of a call that ask the same are told apart by how often it was asked.
   */
  fateOf(invocation: string, step: string): Fate {
    if (this.calm) return 'none';
    let left = this.#number(`${invocation} ${step}`) % 1_000;
    for (const [fate, rate] of Object.entries(this.#ratesOf(invocation))) {
      if (left < rate) {
        this.counts.set(fate as Fate, (this.counts.get(fate as Fate) ?? 0) + 1);
        return fate as Fate;
      }
      left -= rate;
    }
    return 'none';
  }

  /** The invocation is over. */
  forget(invocation: string): void {
    this.#rates.delete(invocation);
  }

  #ratesOf(invocation: string): Rates {
    const known = this.#rates.get(invocation);
    if (known !== undefined) return known;
    const drawn = this.#number(invocation) % 100;
    const rates = drawn < 12 ? deadly : drawn < 18 ? storm : usual;
    this.#rates.set(invocation, rates);
    return rates;
  }

  #number(text: string): number {
    return createHash('sha1').update(`${this.#seed} ${text}`).digest().readUInt32BE(0);
  }
}
