/** The whole service on this machine for journeys: the local cloud with its staff, and a real browser to work in. */
import type { Browser } from 'playwright-core';
import type { LocalCloud } from '../../infra/local/local-cloud.ts';
import type { DemoStaff } from '../../infra/local/seed/demo-staff.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { MemberOfStaff } from './member-of-staff.ts';
import { openRecordedCloud, type RecordedCloudOptions } from './recorded-cloud.ts';

/** Milliseconds for a journey, its cloud and its browser on a machine that is busy with others. */
export const JOURNEY_TIME = 300_000;

/** How a journey is run: once, since what it did stays done. */
export const journey = { timeout: JOURNEY_TIME, retry: 0 } as const;

/** What happens to somebody, told on a service that others may use as well. It says what day it is first. */
export interface Story {
  readonly title: string;
  readonly tell: (service: WorkingService) => Promise<void>;
}

/** What the API answered. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly etag: string;
}

/** What is asked of the API. */
export interface Asked {
  readonly body?: unknown;
  /** The `ETag` that the change was decided on. */
  readonly seen?: string;
}

/** Of a team that no queue has yet. */
const nia: DemoStaff = {
  id: 'nia',
  sub: 'demo-nia',
  name: 'Nia Rees',
  description: 'Short breaks co-ordinator, Liverpool',
  memberships: [{ place: 'liverpool', role: 'clinician', services: ['short-breaks'] }],
};

export class WorkingService {
  readonly cloud: LocalCloud;
  readonly #browser: Browser;
  readonly #desks: MemberOfStaff[] = [];

  private constructor(cloud: LocalCloud, browser: Browser) {
    this.cloud = cloud;
    this.#browser = browser;
  }

  /** Nobody is on any list yet; the demonstration's staff can sign in. */
  static async open(options: RecordedCloudOptions): Promise<WorkingService> {
    const [cloud, browser] = await Promise.all([openRecordedCloud({ more: [nia], ...options }), launchBrowser()]);
    return new WorkingService(cloud, browser);
  }

  /** Somebody at a browser of their own, who has not signed in yet. */
  async atTheirDesk(account: string): Promise<MemberOfStaff> {
    const somebody = await MemberOfStaff.at(this.cloud, this.#browser, account);
    this.#desks.push(somebody);
    return somebody;
  }

  /** It is this day in London from now on. Sessions of the day before have ended by then. */
  theDayIs(date: string): void {
    this.cloud.setToday(date);
  }

  /** Asks the API as a program of somebody's, or of the machine client's. */
  async asks(account: string, method: string, path: string, { body, seen }: Asked = {}): Promise<Answered> {
    const answer = await fetch(new URL(path, this.cloud.url), {
      method,
      headers: {
        authorization: `Bearer ${await this.cloud.token(account)}`,
        'content-type': 'application/json',
        ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
        ...(seen === undefined ? {} : { 'if-match': seen }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') ?? '' };
  }

  /** @throws {Error} naming whatever a page did that it must not, at any desk */
  async close(): Promise<void> {
    const left = await Promise.allSettled(this.#desks.splice(0).map((desk) => desk.leaves()));
    await this.#browser.close();
    await this.cloud.close();
    for (const outcome of left) if (outcome.status === 'rejected') throw outcome.reason;
  }
}
