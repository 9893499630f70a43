/**
 * `npm test`: the checks of `npm run check`, then every test, then a summary of both that can be believed: a test file
 * that no project of vitest.config.ts picked up counts as a failure, for a test that never runs cannot fail.
 *
 * With arguments it is vitest alone: `npm test -- tests/unit/clock.test.ts`, `npm test -- --project pages`.
 */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { PROJECT_ROOT, runTool } from './run-tool.ts';

const CHECK_LIMIT_SECONDS = 300;
const TESTS_LIMIT_SECONDS = 40 * 60;
const REPORT = join('reports', 'tests.json');

/** What we read of vitest's JSON report. */
const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ name: z.string(), status: z.string() })),
});

const chosen = process.argv.slice(2);
const whole = chosen.length === 0;

const checks = whole
  ? await runTool({
      name: 'check',
      program: 'node',
      args: ['tooling/check.ts'],
      limitSeconds: CHECK_LIMIT_SECONDS,
      output: 'shown',
    })
  : undefined;

mkdirSync(join(PROJECT_ROOT, 'reports'), { recursive: true });
rmSync(join(PROJECT_ROOT, REPORT), { force: true });
const tests = await runTool({
  name: 'tests',
  program: 'vitest',
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...chosen],
  limitSeconds: TESTS_LIMIT_SECONDS,
  output: 'shown',
});

const report = readReport();
const neverRan = whole && report !== undefined ? testFilesOutside(report.testResults.map((file) => file.name)) : [];
if (checks !== undefined)
  console.log(`check: ${checks.passed ? 'passed' : 'FAILED'} in ${Math.round(checks.seconds)} s`);
console.log(`tests: ${tests.passed ? 'passed' : 'FAILED'} in ${Math.round(tests.seconds)} s`);
if (tests.printed !== '') console.log(tests.printed.trim());
for (const file of neverRan) console.log(`${file} is in no project of vitest.config.ts: it never ran`);
const brokenFiles = report?.testResults.filter((file) => file.status !== 'passed').length ?? 0;
if (brokenFiles > 0) console.log(`${brokenFiles} test files did not pass`);
if (report !== undefined) {
  const skipped = report.numPendingTests + report.numTodoTests;
  console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
} else {
  console.log('No report of the tests was written: they did not run to their end.');
}

const passed = checks?.passed !== false && tests.passed && report?.success === true && neverRan.length === 0;
process.exitCode = passed ? 0 : 1;

function readReport(): z.infer<typeof reportSchema> | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(join(PROJECT_ROOT, REPORT), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The test files on disk that the run did not report, relative to the root. */
function testFilesOutside(ran: readonly string[]): string[] {
  const reported = new Set(ran.map((file) => relative(PROJECT_ROOT, file)));
  return globSync('tests/**/*.test.ts', { cwd: PROJECT_ROOT }).filter((file) => !reported.has(file));
}
