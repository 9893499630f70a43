import { parseArgs } from 'node:util';
import { isLocalDate, type LocalDate } from '../../shared/domain/calendar/local-date.ts';
import { Refused } from '../import/refused.ts';

/** What was asked for on the command line. */
export interface CommandLine {
  readonly file: string;
  /** Undefined only with `help`. */
  readonly asAt: LocalDate | undefined;
  readonly place: string;
  readonly json: boolean;
  readonly help: boolean;
}

/** How the command is used. */
export const USAGE = `npm run indicators -- --csv FILE --as-at YYYY-MM-DD [--json]

  --csv FILE          a referral extract, comma-separated values in UTF-8, as npm run import takes it
  --as-at YYYY-MM-DD  the day that the figures are of
  --place NAME        whose queues and standards they are counted by (liverpool)
  --json              print everything as JSON: bands, long waits, percentiles, cuts and gaps

The figures are counted as they are: nothing is hidden or rounded. Nothing leaves this machine.`;

/** @throws Refused */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { csv, 'as-at': asAt, place = 'liverpool', json = false, help = false } = parse(words);
  if (help) return { file: '', asAt: undefined, place, json, help };
  if (csv === undefined) throw new Refused(`Name the file with --csv.\n\n${USAGE}`);
  if (asAt === undefined || !isLocalDate(asAt))
    throw new Refused(`Say the day with --as-at, as YYYY-MM-DD, for example 2026-11-01.\n\n${USAGE}`);
  return { file: csv, asAt, place, json, help };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        csv: { type: 'string' },
        'as-at': { type: 'string' },
        place: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
