import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Machines in other parts of the world must come to the same dates: west of Greenwich, and a day ahead of it. */
const FAR_ZONES = ['America/Los_Angeles', 'Pacific/Apia'];

/** The rules that dates go into: what is run under every time zone. */
const RULES_WITH_DATES = [
  '{calendar,referral,queue,deadline,bands,alert,ehc,message}/**/*.test.ts',
  '{dates,working-days}.test.ts',
];

/** Milliseconds a test may take where it works in memory, over real servers on this machine, or in a real browser. */
const IN_MEMORY = 30_000;
const OVER_SERVERS = 60_000;
const IN_A_BROWSER = 120_000;

/**
 * One worker reads the service's code once for all files of a folder, not anew for each: a third of the time of the fast ones. Their tests
 * leave nothing behind in modules, and what they stub is put back.
 */
const together = { isolate: false } as const;

/** A project is a folder of tests; its name is the folder's. `npx vitest run --project unit` runs one. */
function folder(
  name: string,
  testTimeout: number,
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  const include = [`tests/${name}/**/*.test.ts`];
  return { extends: true, test: { name, include, testTimeout, hookTimeout: testTimeout * 2, ...more } };
}

/**
 * Runs after the fast folders, which keep both cores busy by themselves. Two files at once: one waits for its browser or its
 * servers about as long as it works.
 */
// A browser on a busy machine may be late once; a page that is wrong is wrong twice.
const afterTheRest = { sequence: { groupOrder: 1 }, retry: 1 };

export default defineConfig({
  test: {
    environment: 'node',
    globals: false,
    watch: false,
    // A Lambda function's clock is UTC; so is the tests'.
    env: { TZ: 'UTC' },
    maxWorkers: 2,
    passWithNoTests: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      folder('unit', IN_MEMORY, together),
      folder('property', IN_MEMORY * 4, together),
      ...FAR_ZONES.map((zone) =>
        folder('{unit,property}', IN_MEMORY * 4, {
          ...together,
          name: `rules in ${zone}`,
          env: { TZ: zone },
          include: RULES_WITH_DATES.map((rules) => `tests/{unit,property}/${rules}`),
        }),
      ),
      folder('contract', OVER_SERVERS, together),
      folder('http', OVER_SERVERS, together),
      folder('infra', OVER_SERVERS),
      folder('faults', IN_A_BROWSER),
      folder('pages', IN_A_BROWSER, {
        ...afterTheRest,
        globalSetup: ['tests/browser/checked-pages.ts', 'tests/browser/read-pages.ts'],
      }),
      folder('journeys', IN_A_BROWSER, { ...afterTheRest, globalSetup: ['tests/journeys/forget-grant-uses.ts'] }),
      // What can be said only when all of them have run: which grants the journeys used, which pages were looked at.
      folder('afterwards', IN_MEMORY, { sequence: { groupOrder: 2 } }),
    ],
  },
});
