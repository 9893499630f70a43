/** Before the journeys of a run: what an earlier run used says nothing about this one. */
import { rmSync } from 'node:fs';
import { GRANT_RECORDS } from './recorded-cloud.ts';

export function setup(): void {
  rmSync(GRANT_RECORDS, { recursive: true, force: true });
}
