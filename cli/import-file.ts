/** `npm run import`: brings a referral extract in through the API. What can be asked for is in `import/command-line.ts`. */
import { createHash } from 'node:crypto';
import { type FileReport, importFile, rehearseFile } from '../shared/application/import/import-file.ts';
import { type CommandLine, readCommandLine, USAGE } from './import/command-line.ts';
import { progressBar } from './import/progress.ts';
import { readExtract } from './import/read-file.ts';
import { Refused } from './import/refused.ts';
import { jsonReport, textReport } from './import/report.ts';
import { serviceDoor } from './import/service-door.ts';
import { signIn } from './import/sign-in.ts';

/** How the command ends when the file could not be imported. Rows that were rejected are no failure: they are its report. */
const FAILED = 1;

try {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked.help) console.log(USAGE);
  else {
    const report = await run(asked);
    console.log(asked.json ? jsonReport(report) : textReport(report));
  }
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = FAILED;
}

async function run({ file, asAt, system, dryRun, actingAs, ...who }: CommandLine): Promise<FileReport> {
  const rows = await readExtract(file);
  const door = serviceDoor({ ...(await signIn(who, process.env)), actingAs });
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url');
  const toImport = { rows, system, ...(asAt === undefined ? {} : { asAt }) };
  const bar = progressBar(process.stderr);
  try {
    if (dryRun) return await rehearseFile(door, toImport, bar.show);
    return await importFile(door, toImport, hash, bar.show);
  } finally {
    bar.stop();
  }
}
