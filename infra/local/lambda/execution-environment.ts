import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { LocalFunction } from '../template/functions.ts';
import { FunctionError } from './function-error.ts';
import type { Assignment, Invocation, InvocationContext, Report } from './messages.ts';

/** Lambda gives code this long to load, whatever the timeout of the function. */
const LOADING_SECONDS = 10;

const RUNTIME = new URL('./runtime.ts', import.meta.url);

/** What an execution environment needs beside its function. */
export interface EnvironmentSettings {
  /** The whole environment of the process that the function believes to be. */
  readonly variables: () => Readonly<Record<string, string>>;
  /** Takes each line that the function writes. */
  readonly log: (line: string) => void;
}

/**
 * One execution environment of a function: a worker thread with the function's own environment and memory. It takes one
 * invocation at a time; after a timeout or a crash it is gone.
 */
export class ExecutionEnvironment {
  readonly #function: LocalFunction;
  readonly #worker: Worker;
  #onReport: ((report: Report | FunctionError) => void) | undefined;
  #gone = false;
  readonly #logsEnded: Promise<unknown>;

  private constructor(localFunction: LocalFunction, settings: EnvironmentSettings) {
    this.#function = localFunction;
    const assignment: Assignment = { file: localFunction.file, exportName: localFunction.exportName };
    this.#worker = new Worker(RUNTIME, {
      env: { ...settings.variables() },
      workerData: assignment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: localFunction.memory },
    });
    this.#worker.on('message', (report: Report) => this.#settle(report));
    this.#worker.on('error', (error) => this.#settle(crash(error)));
    this.#worker.on('exit', (code) => {
      this.#gone = true;
      this.#settle(new FunctionError('Runtime.ExitError', `Runtime exited with code ${code}`));
    });
    this.#logsEnded = Promise.all([
      follow(this.#worker.stdout, settings.log),
      follow(this.#worker.stderr, settings.log),
    ]);
  }

  /**
   * Starts an environment and loads the function's code: a cold start.
   * @returns the environment, and how long it took in milliseconds
   * @throws FunctionError when the code cannot be loaded
   */
  static async start(
    localFunction: LocalFunction,
    settings: EnvironmentSettings,
  ): Promise<{ readonly environment: ExecutionEnvironment; readonly milliseconds: number }> {
    const began = performance.now();
    const environment = new ExecutionEnvironment(localFunction, settings);
    try {
      await environment.#next(LOADING_SECONDS * 1_000, `Init phase timed out after ${LOADING_SECONDS} seconds`);
    } catch (error) {
      await environment.close();
      throw error;
    }
    return { environment, milliseconds: performance.now() - began };
  }

  /** True once the environment can take no more invocations. */
  get gone(): boolean {
    return this.#gone;
  }

  /**
   * Invokes the function.
   * @returns the answer as JSON text, or undefined when the function returned nothing
   * @throws FunctionError when the function threw, ran out of time or memory, or ended its process
   */
  async invoke(event: string, context: Omit<InvocationContext, 'deadline'>): Promise<string | undefined> {
    const milliseconds = this.#function.timeout * 1_000;
    const invocation: Invocation = { event, context: { ...context, deadline: Date.now() + milliseconds } };
    const report = this.#next(milliseconds, `Task timed out after ${this.#function.timeout.toFixed(2)} seconds`);
    this.#worker.postMessage(invocation);
    const { answer } = await report;
    return answer;
  }

  /** Ends the environment; what it is doing is cut off. */
  async close(): Promise<void> {
    this.#gone = true;
    await this.#worker.terminate();
    await this.#logsEnded;
  }

  #next(milliseconds: number, late: string): Promise<{ readonly answer: string | undefined }> {
    if (this.#gone) return Promise.reject(new FunctionError('Runtime.ExitError', 'Runtime exited'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#onReport = undefined;
        this.#gone = true;
        void this.#worker.terminate();
        reject(new FunctionError('Sandbox.Timedout', late));
      }, milliseconds);
      this.#onReport = (report) => {
        clearTimeout(timer);
        if (report instanceof FunctionError) return reject(report);
        if (report.kind === 'failure') return reject(failed(report));
        resolve({ answer: report.kind === 'answer' ? report.answer : undefined });
      };
    });
  }

  #settle(report: Report | FunctionError): void {
    const waiting = this.#onReport;
    this.#onReport = undefined;
    waiting?.(report);
  }
}

function failed(report: Extract<Report, { kind: 'failure' }>): FunctionError {
  return new FunctionError(report.errorType, report.errorMessage, report.trace);
}

function crash(error: unknown): FunctionError {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new FunctionError('Runtime.OutOfMemory', 'Runtime exited: out of memory');
  }
  const message = error instanceof Error ? error.message : String(error);
  return new FunctionError('Runtime.UnhandledError', message, error instanceof Error ? [error.stack ?? ''] : []);
}

async function follow(stream: Readable, log: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream })) log(line);
}
