/**
 * The local cloud of a journey. When it closes it writes down which grants its roles used, so that after all journeys it can
 * be asked whether any role holds a grant that none of them needed (`tests/afterwards`).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../infra/local/local-cloud.ts';
import type { DemoStaff } from '../../infra/local/seed/demo-staff.ts';
import { demonstration } from '../../infra/local/seed/seed.ts';
import { PROJECT_ROOT } from '../../tooling/run-tool.ts';

/** Where the clouds of one run of the tests leave what they used. */
export const GRANT_RECORDS = join(PROJECT_ROOT, 'reports', 'grants');

export interface RecordedCloudOptions extends Omit<LocalCloudOptions, 'accounts' | 'seed'> {
  /** `YYYY-MM-DD` in London. */
  readonly today: string;
  /** Who works here besides the demonstration's staff. */
  readonly more?: readonly DemoStaff[];
  /** Who is there besides staff: nobody, or the families of the demonstration. */
  readonly people?: false | 'families';
}

/** A cloud in memory with the demonstration's staff, and nobody on any list unless asked for. */
export async function openRecordedCloud({
  more = [],
  people = false,
  ...options
}: RecordedCloudOptions): Promise<LocalCloud> {
  const { accounts, seed } = demonstration({ people, more });
  const cloud = await startLocalCloud({ accounts, seed, log: () => {}, ...options });
  return {
    ...cloud,
    close: async () => {
      mkdirSync(GRANT_RECORDS, { recursive: true });
      writeFileSync(join(GRANT_RECORDS, `${crypto.randomUUID()}.json`), JSON.stringify(cloud.grants()));
      await cloud.close();
    },
  };
}
