/**
 * `npm run check`: everything about the source that can be told without running it. One line per tool, the findings of
 * those that failed after them, and exit code 1 when any did. README.md says what each one looks for.
 */
import { availableParallelism } from 'node:os';
import { runTool, type Tool, type ToolOutcome } from './run-tool.ts';

const LIMIT_SECONDS = 240;
const SOURCES = ['shared', 'functions', 'events', 'infra', 'cli', 'tests', 'tooling', 'vitest.config.ts'];

/** The slowest first, so that two cores end at about the same time. */
const tools: readonly Tool[] = [
  tool('types', 'tsc', ['-p', '.', '--pretty', 'false']),
  tool('lint by type', 'oxlint', []),
  tool('layer directions', 'depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err-long',
    ...SOURCES,
  ]),
  tool('unused code', 'knip', ['--no-progress', '--no-config-hints']),
  tool('format and lint', 'biome', [
    'ci',
    '--colors=off',
    '--diagnostic-level=warn',
    '--error-on-warnings',
    '--max-diagnostics=100',
    '.',
  ]),
  tool('hygiene', 'node', ['tooling/hygiene.ts']),
];

const outcomes = await allOf(tools, Math.max(1, Math.min(2, availableParallelism())));
const failed = outcomes.filter((outcome) => !outcome.passed);
for (const outcome of failed) console.log(`\n── ${outcome.name} ──\n${outcome.printed.trim()}`);
console.log(
  failed.length === 0
    ? `\ncheck: all ${outcomes.length} passed`
    : `\ncheck: ${failed.length} of ${outcomes.length} failed: ${failed.map((outcome) => outcome.name).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function tool(name: string, program: string, args: readonly string[]): Tool {
  return { name, program, args, limitSeconds: LIMIT_SECONDS, output: 'kept' };
}

/** Runs every tool, `atOnce` at a time, each announced as it ends; the outcomes come in the order of the tools. */
async function allOf(waiting: readonly Tool[], atOnce: number): Promise<ToolOutcome[]> {
  const ended = new Map<string, ToolOutcome>();
  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await runTool(next);
      ended.set(outcome.name, outcome);
      const mark = outcome.passed ? 'ok    ' : 'FAILED';
      console.log(`${mark} ${outcome.name.padEnd(18)} ${outcome.seconds.toFixed(1).padStart(5)} s`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return waiting.flatMap((each) => ended.get(each.name) ?? []);
}
