import { parseArgs } from 'node:util';
import { isDate } from './clock.ts';

/** What a person asked for on the command line. */
export interface CommandLine {
  /** Port of the service; the identity provider and the console take the two after it. */
  readonly port: number;
  /** Start without people and referrals. */
  readonly empty: boolean;
  /** Keep nothing. */
  readonly memory: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string | undefined;
  /** Folder where everything is kept. */
  readonly data: string;
  readonly help: boolean;
}

/** Something on the command line that cannot be understood, in a sentence for whoever typed it. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

const DEFAULTS = { port: 3000, data: '.local/data' } as const;

/** The highest port from which the next two are ports as well. */
const HIGHEST_PORT = 65_533;

/** How the command is used. */
export const USAGE = `npm start -- [--port N] [--data DIR | --memory] [--empty] [--today YYYY-MM-DD]

  --port N            port of the service (${DEFAULTS.port}); the console takes the second after it
  --data DIR          folder where everything is kept (${DEFAULTS.data})
  --memory            keep nothing: start afresh every time
  --empty             start without people and referrals
  --today YYYY-MM-DD  make this day today`;

/** Reads the command line. @throws CommandLineError */
export function readCommandLine(words: readonly string[]): CommandLine {
  const values = parse(words);
  const { memory = false, empty = false, help = false, today } = values;
  if (memory && values.data !== undefined) {
    throw new CommandLineError('Choose --memory, which keeps nothing, or --data, which says where to keep it.');
  }
  if (today !== undefined && !isDate(today)) {
    throw new CommandLineError(`--today ${today} is not a day. Write it as YYYY-MM-DD, for example 2026-03-09.`);
  }
  if (values.data === '') throw new CommandLineError('--data needs the name of a folder.');
  return { port: readPort(values.port), empty, memory, today, data: values.data ?? DEFAULTS.data, help };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        empty: { type: 'boolean' },
        memory: { type: 'boolean' },
        today: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new CommandLineError(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULTS.port;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > HIGHEST_PORT) {
    throw new CommandLineError(`--port ${text} is not a port. It is a number from 1 to ${HIGHEST_PORT}.`);
  }
  return port;
}
