/**
 * Unpacks the packaged Chromium once into a folder of its version. Several tests may start at the same time: each unpacks into a
 * private folder, and the first to finish gives it the final name.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const PACKAGE = join(MODULES, '@sparticuz/chromium');
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

export interface UnpackedChromium {
  readonly executable: string;
  /** The folder of `fonts.conf`. */
  readonly fonts: string;
  /** Shared libraries for machines that lack them. */
  readonly libraries: string;
}

/** The unpacked browser. The first call takes a few seconds and 211 MB on disk. */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(MODULES, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = join(folder, 'fonts');
  await nameFonts(fonts);
  return {
    executable: join(folder, 'chromium'),
    fonts,
    libraries: join(folder, 'al2023', 'lib'),
  };
}

async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-draft-`);
  // The package unpacks into the system's temporary folder and takes for done whatever it finds there, whatever its version and
  // however much of it is written. A process of its own gets a temporary folder of its own.
  const script = `import { inflate } from '@sparticuz/chromium';
await Promise.all(process.argv.slice(1).map((archive) => inflate(archive)));`;
  const archives = ARCHIVES.map((name) => join(PACKAGE, 'bin', name));
  await run(process.execPath, ['--input-type=module', '--eval', script, ...archives], {
    cwd: MODULES,
    env: { ...process.env, TMPDIR: draft },
  });
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process was first: its folder is as good as ours.
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true });
  }
}

/** The configuration names its folder in full: written anew where the folder has been copied or moved, and whole for whoever reads it now. */
async function nameFonts(folder: string): Promise<void> {
  const file = join(folder, 'fonts.conf');
  const named = fontsConf(folder);
  if ((await readFile(file, 'utf8')) === named) return;
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, named);
  await rename(draft, file);
}

/**
 * The package's own configuration names the folder it was meant to be unpacked in; anywhere else text has no width. The machine's
 * fonts are added for scripts that the packaged one lacks.
 */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
  <alias binding="same"><family>Arial</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
