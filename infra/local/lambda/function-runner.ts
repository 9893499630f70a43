import { randomUUID } from 'node:crypto';
import type { LocalFunction } from '../template/functions.ts';
import { type EnvironmentSettings, ExecutionEnvironment } from './execution-environment.ts';

/** Most execution environments of one function at once, unless it reserves fewer: a laptop has few processors. */
const CONCURRENCY = 4;

/** One cold start: when it began, by the machine's clock in milliseconds since 1970, and how many milliseconds it took. */
export interface ColdStart {
  readonly at: number;
  readonly milliseconds: number;
}

/** What a function has done so far. */
export interface FunctionFigures {
  readonly name: string;
  readonly label: string;
  readonly invocations: number;
  readonly errors: number;
  readonly coldStarts: readonly ColdStart[];
}

/**
 * Runs one function: keeps its execution environments, starts another when all are busy and there may be more, and lets
 * invocations wait their turn when there may not.
 */
export class FunctionRunner {
  readonly #function: LocalFunction;
  readonly #settings: EnvironmentSettings;
  readonly #limit: number;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #waiting: (() => void)[] = [];
  readonly #coldStarts: ColdStart[] = [];
  #busy = 0;
  #invocations = 0;
  #errors = 0;
  #closed = false;

  constructor(localFunction: LocalFunction, settings: EnvironmentSettings) {
    this.#function = localFunction;
    this.#settings = settings;
    this.#limit = Math.max(1, Math.min(CONCURRENCY, localFunction.concurrency ?? CONCURRENCY));
  }

  /**
   * Invokes the function and waits for its answer.
   * @returns the answer, parsed; undefined when it returned nothing
   * @throws FunctionError when the function failed
   */
  async invoke(event: unknown): Promise<unknown> {
    if (this.#closed) throw new Error('the local cloud is closing');
    await this.#turn();
    this.#invocations += 1;
    try {
      const environment = await this.#environment();
      try {
        const answer = await environment.invoke(JSON.stringify(event), this.#context());
        return answer === undefined ? undefined : JSON.parse(answer);
      } finally {
        if (environment.gone) this.#all.delete(environment);
        else this.#idle.push(environment);
      }
    } catch (error) {
      this.#errors += 1;
      throw error;
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  get figures(): FunctionFigures {
    return {
      name: this.#function.name,
      label: this.#function.label,
      invocations: this.#invocations,
      errors: this.#errors,
      coldStarts: [...this.#coldStarts],
    };
  }

  /** Ends every execution environment. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((environment) => environment.close()));
  }

  async #turn(): Promise<void> {
    while (this.#busy >= this.#limit) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#busy += 1;
  }

  async #environment(): Promise<ExecutionEnvironment> {
    // The one used last: with little to do, one warm environment serves it all.
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.gone) return idle;
      this.#all.delete(idle);
    }
    const at = Date.now();
    const { environment, milliseconds } = await ExecutionEnvironment.start(this.#function, this.#settings);
    if (this.#closed) {
      await environment.close();
      throw new Error('the local cloud is closing');
    }
    this.#coldStarts.push({ at, milliseconds });
    this.#all.add(environment);
    return environment;
  }

  #context() {
    return {
      awsRequestId: randomUUID(),
      functionName: this.#function.name,
      invokedFunctionArn: this.#function.arn,
      memoryLimitInMB: String(this.#function.memory),
      logGroupName: `/aws/lambda/${this.#function.name}`,
      logStreamName: 'local',
    };
  }
}
