/** Starts a real Chromium for tests: the machine's own where it has one, else the one that comes as a package, unpacked once. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from './unpack-chromium.ts';

const run = promisify(execFile);

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A headless Chromium with no flags that weaken it: the pages meet the security a person's browser gives them. The caller closes
 * it.
 * @throws {Error} when the machine has no browser and the packaged one does not run here (it is for Linux on x64)
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Install Chromium or Chrome, or name one in CHROMIUM_PATH, to run the tests in a browser');
  }
  const packaged = await unpackedChromium();
  const env = await environmentOf(packaged);
  return chromium.launch({ executablePath: packaged.executable, env });
}

async function environmentOf(packaged: {
  executable: string;
  fonts: string;
  libraries: string;
}): Promise<Record<string, string>> {
  const env: Record<string, string> = { FONTCONFIG_PATH: packaged.fonts };
  for (const name of ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'TZ']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  // The browser needs a few libraries that a bare machine lacks and the package carries; the machine's own come first.
  const runs = await run(packaged.executable, ['--version'], { env }).then(
    () => true,
    () => false,
  );
  if (!runs) env['LD_LIBRARY_PATH'] = [env['LD_LIBRARY_PATH'], packaged.libraries].filter(Boolean).join(':');
  return env;
}
