/** `npm start`: the whole service on this machine. What can be asked for is in `command-line.ts`. */
import { resolve } from 'node:path';
import { type CommandLine, CommandLineError, readCommandLine, USAGE } from './command-line.ts';
import { PortTaken } from './listen.ts';
import { type LocalCloud, startLocalCloud } from './local-cloud.ts';
import { seedBoard } from './seed/board.ts';
import { publishPast } from './seed/past-figures.ts';
import { demonstration } from './seed/seed.ts';
import { leaveServiceFile } from './service-file.ts';
import { welcome } from './welcome.ts';

/** How the command ends when it cannot start. */
const FAILED = 1;

try {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked.help) console.log(USAGE);
  else await run(asked);
} catch (error) {
  console.error(explain(error));
  process.exitCode = FAILED;
}

async function run(asked: CommandLine): Promise<void> {
  const directory = asked.memory ? undefined : resolve(asked.data);
  console.log(
    asked.empty
      ? 'Starting.'
      : 'Starting. The first start invents two places with about 3,100 people: up to a minute. Later starts take seconds.',
  );
  const { accounts, seed } = demonstration({ people: !asked.empty });
  const cloud = await startLocalCloud({
    port: asked.port,
    accounts,
    seed,
    ...(asked.empty ? {} : { behind: pastFigures }),
    ...(directory === undefined ? {} : { dataDirectory: directory }),
    ...(asked.today === undefined ? {} : { today: asked.today }),
    log: (label, line) => {
      if (!isRoutine(line)) console.log(`[${label}] ${line}`);
    },
  });
  stopWhenAsked(cloud, leaveServiceFile(cloud));
  console.log(welcome(cloud, directory ?? 'in memory: gone when this stops'));
  await makeUpForTheDay(cloud);
}

/**
 * Alerts are of the last morning, and the audit was closed in the last night, though this machine may have been off then. Neither run does anything
 * twice.
 */
async function makeUpForTheDay(cloud: LocalCloud): Promise<void> {
  await cloud.settled();
  await cloud.runMissed('WatchDeadlines');
  await cloud.runMissed('KeepAuditHeads');
}

async function pastFigures(cloud: LocalCloud): Promise<void> {
  try {
    await publishPast(cloud);
    await seedBoard(cloud);
  } catch (error) {
    console.error(`The past is not yet in figures; the next start counts it. ${explain(error)}`);
  }
}

/** Whether a line of a log says only that all is well: these are on the console's page, the terminal shows the others. */
function isRoutine(line: string): boolean {
  return /^\{"level":"(TRACE|DEBUG|INFO)"/.test(line) || line.startsWith('{"_aws":');
}

/** Ctrl-C, or a request to end, stops everything in order; a second one at once. */
function stopWhenAsked(cloud: LocalCloud, takeServiceFile: () => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(FAILED);
    stopping = true;
    console.log('\nStopping.');
    takeServiceFile();
    cloud.close().then(
      () => process.exit(),
      (error: unknown) => {
        console.error(explain(error));
        process.exit(FAILED);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What went wrong, and what to do about it. */
function explain(error: unknown): string {
  if (error instanceof CommandLineError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof PortTaken && error.because !== undefined) {
    return `${error.message} ${error.because}\nStop that program, or start with other data: npm start -- --data OTHER`;
  }
  if (error instanceof PortTaken) {
    return `${error.message} Stop that program, or start on another port: npm start -- --port ${error.port + 100}`;
  }
  if (error instanceof Error && error.message.startsWith('the data folder is in use')) {
    return `${error.message[0]?.toUpperCase()}${error.message.slice(1)}\nStop that process, or keep this one's data elsewhere: npm start -- --data OTHER --port N`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
