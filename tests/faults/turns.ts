/**
 * One step at a time, and chance decides whose. What several functions do at once, and one function side by side, falls
 * in an order that the seed knows: a campaign can be run again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../infra/local/seed/random.ts';

export class Turns {
  readonly #chance: Chance;
  readonly #waiting: (() => Promise<void>)[] = [];
  #isRunning = false;
  #isPausing = false;
  #held = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Waits for a turn, and has it until the work is done. */
  take<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => work().then(resolve, reject));
      if (!this.#isRunning) void this.#run();
    });
  }

  /** Somebody is about to try again after the shortest of pauses: nobody has a turn before. */
  pausing(): void {
    this.#isPausing = true;
  }

  /** While this is under way nobody has a turn: for what takes its own time. */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
    }
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#quiet();
      const [next] = this.#waiting.splice(this.#chance.whole(0, this.#waiting.length - 1), 1);
      await next?.();
    }
    this.#isRunning = false;
  }

  /** Resolves when everybody who can go on without a turn has gone on. */
  async #quiet(): Promise<void> {
    await nextTurn();
    while (this.#isPausing || this.#held > 0) {
      this.#isPausing = false;
      await pause(1);
      await nextTurn();
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
