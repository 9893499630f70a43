import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** The folder of the project, whichever folder a command was started from. */
export const PROJECT_ROOT = dirname(import.meta.dirname);

/** One command of a check or a test run. */
export interface Tool {
  /** What it looks after, in a word or two: it heads the tool's line in the report. */
  readonly name: string;
  /** A program of node_modules/.bin, or `node`. */
  readonly program: string;
  readonly args: readonly string[];
  /** Seconds after which it is stopped and counts as failed: a check that hangs must not hang whoever waits for it. */
  readonly limitSeconds: number;
  /** `shown`: prints as it goes. `kept`: its output is handed back, to be shown only when it matters. */
  readonly output: 'shown' | 'kept';
}

/** What came of it. */
export interface ToolOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** What it printed, both streams in one; empty for a tool whose output was shown as it went. */
  readonly printed: string;
}

/**
 * Runs one tool to its end or its limit. Never rejects: a program that cannot be started is a failed check with the
 * reason in its output. The programs of node_modules/.bin come first in its path, and among them the project's own Node,
 * so that a tool runs the same from npm and from a plain shell.
 */
export function runTool(tool: Tool): Promise<ToolOutcome> {
  const started = performance.now();
  const path = [join(PROJECT_ROOT, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const child = spawn(tool.program, tool.args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: tool.output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const printed: string[] = [];
  const keep = (chunk: Buffer): void => void printed.push(chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  return new Promise((resolve) => {
    const end = (passed: boolean, reason?: string): void => {
      clearTimeout(limit);
      if (reason !== undefined) printed.push(`${reason}\n`);
      const seconds = (performance.now() - started) / 1000;
      resolve({ name: tool.name, passed, seconds, printed: printed.join('') });
    };
    const limit = setTimeout(() => {
      // SIGTERM would let a hung tool hang on: the limit is generous, and past it there is nothing to wait for.
      child.kill('SIGKILL');
      end(false, `${tool.name} was stopped: it had not ended after ${tool.limitSeconds} seconds.`);
    }, tool.limitSeconds * 1000);
    child.once('error', (error) => end(false, `${tool.program} could not be started: ${error.message}`));
    child.once('close', (code) => end(code === 0));
  });
}
