/** The service with its watch: the real handlers over one engine, and days that go by when a test says so. */
import type { Context } from 'aws-lambda';
import { composed } from '../../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../../functions/watch-deadlines/watch.ts';
import type { AlertRow } from '../../../shared/application/ports/alerts.ts';
import type { Alert } from '../../../shared/domain/alert/alert.ts';
import type { ScheduleHandler } from '../../../shared/http/events/schedule-bundle.ts';
import { logOf } from '../../../shared/http/middleware/log.ts';
import { ApiService } from '../api-service.ts';

export class WatchedService {
  readonly api: ApiService;
  readonly #handler: ScheduleHandler;
  #runs = 0;

  private constructor(api: ApiService) {
    this.api = api;
    const { recordsTable, client } = api.engine;
    const deps = composed({ RECORDS_TABLE: recordsTable }, client, api.deps.caseTypes);
    this.#handler = watchHandler(deps, logOf('watch-deadlines'));
  }

  /** @param options what {@link ApiService.open} takes of them. */
  static async open(options: Parameters<typeof ApiService.open>[0] = {}): Promise<WatchedService> {
    return new WatchedService(await ApiService.open({ stream: true, ...options }));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** Runs the watch for a day, and waits until everything that follows from it has followed. */
  async watch(day: string, remaining: () => number = () => 600_000): Promise<void> {
    this.#runs += 1;
    const context = { awsRequestId: `run-${this.#runs}`, getRemainingTimeInMillis: remaining } as Context;
    await this.#handler({ time: `${day}T05:00:00Z` }, context);
    await this.settled();
  }

  /** Resolves when the stream has been followed to its end. */
  async settled(): Promise<void> {
    await this.api.engine.store?.settled();
  }

  /** The open alerts of a team, or those that have ended. */
  async alerts(team = 'salt', list: 'open' | 'escalated' | 'resolved' = 'open'): Promise<readonly AlertRow[]> {
    return (await this.api.deps.alerts.list('liverpool', team, list, 10_000)).rows;
  }

  async alert(id: string): Promise<Alert> {
    const alert = await this.api.deps.alerts.get('liverpool', id);
    if (alert === undefined) throw new Error('there is no such alert');
    return alert;
  }
}
