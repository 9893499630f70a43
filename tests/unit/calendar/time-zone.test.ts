import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const program = fileURLToPath(new URL('dates-in-this-zone.ts', import.meta.url));

async function runIn(zone: string): Promise<{ answers: unknown[]; offsets: number[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    maxBuffer: 16 * 1024 * 1024,
    timeout: 30_000,
  });
  return z.object({ answers: z.array(z.unknown()), offsets: z.array(z.number()) }).parse(JSON.parse(stdout));
}

describe('The calendar on machines elsewhere', () => {
  it('answers the same in every time zone of the machine', async () => {
    const zones = ['UTC', 'Europe/London', 'America/Los_Angeles', 'Pacific/Apia'];
    const [utc, london, losAngeles, apia] = await Promise.all(zones.map(runIn));
    expect([utc, london, losAngeles, apia].map((run) => run?.offsets)).toEqual([
      [0, 0],
      [0, -60],
      [480, 420],
      [-780, -780],
    ]);
    expect(utc?.answers).toHaveLength(1200);
    expect([london?.answers, losAngeles?.answers, apia?.answers]).toEqual(Array(3).fill(utc?.answers));
  });
});
