import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const fileSchema = z.record(z.string(), z.string());

/** Values that are made once and then stay what they are: in a file that only its owner can read, or in memory. */
export class KeptValues {
  readonly #file: string | undefined;
  readonly #values: Record<string, string>;

  /** @param file where the values are kept; in memory without it */
  constructor(file?: string) {
    this.#file = file;
    this.#values = file === undefined ? {} : read(file);
  }

  /** The value of a name; made, and kept, when it is asked for first. */
  get(name: string, make: () => string): string {
    const known = this.#values[name];
    if (known !== undefined) return known;
    const value = make();
    this.#values[name] = value;
    if (this.#file !== undefined) this.#write(this.#file);
    return value;
  }

  /** The value of a name if it has been made. */
  find(name: string): string | undefined {
    return this.#values[name];
  }

  /** Keeps another value under a name. */
  set(name: string, value: string): void {
    this.#values[name] = value;
    if (this.#file !== undefined) this.#write(this.#file);
  }

  /** Writes beside the file and moves it there: a crash leaves the old file or the new one. */
  #write(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(this.#values, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

/** Draws characters of an alphabet at random. */
export function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function read(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  return fileSchema.parse(JSON.parse(text));
}
