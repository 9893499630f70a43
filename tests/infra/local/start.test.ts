import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, startService } from './started-service.ts';

let directory: string;
const children: ChildProcess[] = [];
const start = (...words: string[]) => {
  const started = startService(...words);
  children.push(started.child);
  return started;
};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

/** What a script of the terminal prints. */
async function shell(script: string): Promise<string> {
  const child = spawn('bash', ['-c', script]);
  children.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await once(child, 'close');
  return said;
}

describe('npm start', () => {
  it('prints where everything is, serves it, keeps data for the next start, and stops cleanly when asked', async () => {
    const port = String(await freePort());
    const first = start('--port', port, '--data', directory, '--empty', '--today', '2026-03-09');
    const output = await first.said('Ctrl-C stops everything.');
    expect(output).toContain(`http://127.0.0.1:${port}\n`);
    expect(output).toContain('Today              2026-03-09');
    expect(output).toMatch(/client secret {2}\S{40,}/);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect(health.status).toBe(200);

    // What it says to copy and paste works.
    const script = output.slice(output.indexOf('  TOKEN='), output.indexOf('Commands that'));
    expect(await shell(script.replace('curl -H', 'curl -s -o /dev/null -w "%{http_code}" -H'))).toBe('200');
    const exports = output.slice(output.indexOf('  export '), output.indexOf('Ctrl-C'));
    const looks = await shell(`${exports}\n"${process.execPath}" cli/redrive.ts --queue TakeCensusDead --dry-run`);
    expect(looks).toMatch(/^0 messages in \S*TakeCensusDeadLetters\S* would go back to \S*TakeCensusAgain\S*\.$/m);

    const other = start('--port', String(Number(port) + 100), '--data', directory);
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain(`The data folder is in use by process ${first.child.pid}`);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('Stopping.');
    expect(first.output()).not.toMatch(/Error|Warning/);

    const again = start('--port', port, '--data', directory, '--empty');
    const secret = (text: string) => /client secret {2}(\S+)/.exec(text)?.[1];
    expect(secret(await again.said('Ctrl-C'))).toBe(secret(output));
  }, 180_000);

  it('says which port is taken and what to do', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    try {
      const refused = start('--port', String(port), '--memory', '--empty');
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toContain(`Port ${port} is taken by another program.`);
      expect(refused.output()).toContain(`--port ${port + 100}`);
      expect(refused.output()).not.toContain('    at ');
    } finally {
      server.close();
    }
  });

  it('says what is wrong with the command line, and how to use it', async () => {
    const refused = start('--prot', '3000');
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain("Unknown option '--prot'");
    expect(refused.output()).toContain('npm start -- [--port N]');
    const asked = start('--help');
    expect(await asked.ended).toBe(0);
    expect(asked.output()).toContain('--today YYYY-MM-DD');
  });
});
