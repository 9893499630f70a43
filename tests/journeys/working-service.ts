/** The whole service on this machine for a journey: the local cloud with its staff, and a real browser to work in. */
import type { Browser } from 'playwright-core';
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts';
import { demonstration } from '../../infra/local/seed/seed.ts';
import type { Alteration } from '../../infra/local/without-grant.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { type Desk, MemberOfStaff } from './member-of-staff.ts';

/** Milliseconds for a journey, its cloud and its browser on a machine that is busy with others. */
export const JOURNEY_TIME = 300_000;

/** How a journey is run: once, since what it did stays done. */
export const journey = { timeout: JOURNEY_TIME, retry: 0 } as const;

export interface ServiceSettings {
  /** `YYYY-MM-DD` in London. */
  readonly today: string;
  /** What is taken from the template: a grant. */
  readonly alter?: Alteration;
}

export class WorkingService {
  readonly cloud: LocalCloud;
  readonly #browser: Browser;
  readonly #desks: MemberOfStaff[] = [];

  private constructor(cloud: LocalCloud, browser: Browser) {
    this.cloud = cloud;
    this.#browser = browser;
  }

  /** Nobody is on any list yet; the demonstration's staff can sign in. */
  static async open({ today, alter }: ServiceSettings): Promise<WorkingService> {
    const { accounts, seed } = demonstration({ people: false });
    const [cloud, browser] = await Promise.all([
      startLocalCloud({ accounts, seed, today, log: () => {}, ...(alter === undefined ? {} : { alter }) }),
      launchBrowser(),
    ]);
    return new WorkingService(cloud, browser);
  }

  /** Somebody at a browser of their own, who has not signed in yet. */
  async atTheirDesk(account: string, desk: Desk = {}): Promise<MemberOfStaff> {
    const somebody = await MemberOfStaff.at(this.cloud, this.#browser, account, desk);
    this.#desks.push(somebody);
    return somebody;
  }

  /** It is this day in London from now on. Sessions of the day before have ended by then. */
  theDayIs(date: string): void {
    this.cloud.setToday(date);
  }

  /** @throws {Error} naming whatever a page did that it must not, at any desk */
  async close(): Promise<void> {
    const left = await Promise.allSettled(this.#desks.splice(0).map((desk) => desk.leaves()));
    await this.#browser.close();
    await this.cloud.close();
    for (const outcome of left) if (outcome.status === 'rejected') throw outcome.reason;
  }
}
