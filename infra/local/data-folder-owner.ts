import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who else works on a data folder, if somebody does: the process that the store's note in it names, if it lives. */
export async function dataFolderOwner(directory: string): Promise<number | undefined> {
  const note = await readFile(join(directory, 'in-use-by'), 'utf8').catch(() => '');
  const pid = Number(note.trim());
  return pid > 0 && pid !== process.pid && lives(pid) ? pid : undefined;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be asked, and lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
