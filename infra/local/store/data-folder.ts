import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { db, type Level } from './dynalite.ts';

const OWNER = 'in-use-by';

/** An open LevelDB, and how to give it back. */
export interface DataFolder {
  readonly level: Level;
  close(): Promise<void>;
}

/**
 * Opens the LevelDB of a data folder, or one in memory if no folder is given.
 *
 * LevelDB itself holds the lock, through the operating system, so a lock never outlives its process. The file beside it
 * only names the process for the message.
 */
export async function openDataFolder(directory: string | undefined): Promise<DataFolder> {
  if (directory === undefined) {
    const { db: level } = db.create({});
    await level.open();
    return { level, close: () => level.close() };
  }
  await mkdir(directory, { recursive: true });
  const owner = join(directory, OWNER);
  const { db: level } = db.create({ path: join(directory, 'tables') });
  try {
    await level.open();
  } catch (error) {
    if (!isLocked(error)) throw error;
    const pid = (await readFile(owner, 'utf8').catch(() => '')).trim();
    throw new Error(`the data folder is in use by process ${pid === '' ? '(unknown)' : pid}: ${directory}`, {
      cause: error,
    });
  }
  await writeFile(owner, `${process.pid}\n`);
  return {
    level,
    close: async () => {
      await rm(owner, { force: true });
      await level.close();
    },
  };
}

function isLocked(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === 'LEVEL_LOCKED') return true;
  }
  return false;
}
