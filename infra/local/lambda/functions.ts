import { randomUUID } from 'node:crypto';
import type { Roles } from '../access/roles.ts';
import type { Queues } from '../queues/queues.ts';
import type { LocalFunction } from '../template/functions.ts';
import type { WorkInHand } from '../work-in-hand.ts';
import type { EnvironmentSettings } from './execution-environment.ts';
import { FunctionError } from './function-error.ts';
import { type FunctionFigures, FunctionRunner } from './function-runner.ts';

/** What the functions need of the rest of the local cloud. */
export interface FunctionsSettings {
  readonly roles: Roles;
  readonly queues: Queues;
  readonly work: WorkInHand;
  readonly now: () => number;
  readonly settingsOf: (localFunction: LocalFunction) => EnvironmentSettings;
}

/** All functions of the template, and both ways to invoke one. */
export class Functions {
  readonly #settings: FunctionsSettings;
  readonly #functions: readonly LocalFunction[];
  readonly #runners: ReadonlyMap<string, FunctionRunner>;

  constructor(functions: readonly LocalFunction[], settings: FunctionsSettings) {
    this.#settings = settings;
    this.#functions = functions;
    this.#runners = new Map(functions.map((each) => [each.arn, new FunctionRunner(each, settings.settingsOf(each))]));
  }

  /** The function of this ARN, name or folder. @throws Error when there is none */
  find(named: string): LocalFunction {
    const found = this.#functions.find(({ arn, name, label }) => arn === named || name === named || label === named);
    if (!found) throw new Error(`The template has no function ${named}`);
    return found;
  }

  /** Invokes a function and waits for its answer. @throws FunctionError */
  invoke(named: string, event: unknown): Promise<unknown> {
    const { arn } = this.find(named);
    const runner = this.#runners.get(arn);
    if (!runner) throw new Error(`The template has no function ${named}`);
    return this.#settings.work.track(runner.invoke(event));
  }

  /**
   * Hands an event to a function without waiting, as EventBridge does. What fails is tried again, then goes to the
   * function's on-failure destination and dead-letter queue.
   * @returns resolves when it went well or was given up
   */
  invokeLater(named: string, event: unknown): Promise<void> {
    return this.#settings.work.track(this.#attempt(this.find(named), event));
  }

  get figures(): readonly FunctionFigures[] {
    return [...this.#runners.values()].map(({ figures }) => figures);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.close()));
  }

  async #attempt(localFunction: LocalFunction, event: unknown): Promise<void> {
    const { retries } = localFunction.asynchronous;
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.invoke(localFunction.arn, event);
        return;
      } catch (error) {
        if (this.#settings.work.stopped) return;
        if (attempt >= retries) return this.#giveUp(localFunction, event, error, attempt + 1);
        await this.#settings.work.pause(attempt + 1).catch(() => undefined);
      }
    }
  }

  #giveUp(localFunction: LocalFunction, event: unknown, error: unknown, tries: number): void {
    const { onFailure, deadLetters } = localFunction.asynchronous;
    const failure = error instanceof FunctionError ? error : new FunctionError('Unhandled', String(error));
    if (deadLetters !== undefined) {
      this.sendFor(localFunction, deadLetters, JSON.stringify(event), {
        ErrorCode: '200',
        ErrorMessage: failure.message,
      });
    }
    if (onFailure !== undefined) {
      const record = {
        version: '1.0',
        timestamp: new Date(this.#settings.now()).toISOString(),
        requestContext: {
          requestId: randomUUID(),
          functionArn: `${localFunction.arn}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: tries,
        },
        requestPayload: event,
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: failure.payload,
      };
      this.sendFor(localFunction, onFailure, JSON.stringify(record));
    }
  }

  /** Sends to a queue in the name of a function: only if its role may. A refusal is kept among the denials. */
  sendFor(localFunction: LocalFunction, queueArn: string, body: string, attributes?: Record<string, string>): void {
    const { roles, queues } = this.#settings;
    const principal = roles.principalOf(localFunction.roleArn);
    if (roles.allows(principal, 'sqs:SendMessage', queueArn)) queues.send(queueArn, body, attributes);
  }
}
