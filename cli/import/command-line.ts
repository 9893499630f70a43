import { parseArgs } from 'node:util';
import { isLocalDate, type LocalDate } from '../../shared/domain/calendar/local-date.ts';
import { USUAL_SYSTEM } from '../../shared/domain/import/import.ts';
import { Refused } from './refused.ts';

/** What was asked for on the command line. */
export interface CommandLine {
  readonly file: string;
  /** Address of the service; the local one where absent. */
  readonly api: string | undefined;
  /** The day the file speaks of; the service's today where absent. */
  readonly asAt: LocalDate | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly token: string | undefined;
  /** Name of the system the file comes from. */
  readonly system: string;
  /** The role to act in, `place/role`, for whoever has several. */
  readonly actingAs: string | undefined;
  readonly help: boolean;
}

/** How the command is used. */
export const USAGE = `npm run import -- FILE [--api URL] [--as-at YYYY-MM-DD] [--dry-run] [--json]

  FILE                a referral extract, comma-separated values in UTF-8
  --api URL           address of the service; the one that npm start runs on this machine if left out
  --as-at YYYY-MM-DD  the day the file speaks of; the service's today if left out
  --dry-run           say what importing it would come to, and change nothing
  --json              print the report as JSON: counts, absent, and every row
  --system NAME       the system the file comes from (${USUAL_SYSTEM}); with its referral ids it tells referrals apart
  --acting-as NAME    the role to act in, like liverpool/data-manager, for whoever has several
  --token TOKEN       an access token; otherwise IMPORT_TOKEN, or IMPORT_CLIENT_ID, IMPORT_CLIENT_SECRET and
                      IMPORT_TOKEN_URL, or the machine client of the service on this machine

Cut short, run it again: it goes on where it was, and nothing is done twice.
Ends with 0 when the file was imported, rejected rows and all; with 1 when it could not be.`;

/** @throws Refused */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parse(words);
  const { help = false, json = false } = values;
  const asAt = values['as-at'];
  if (asAt !== undefined && !isLocalDate(asAt))
    throw new Refused(`--as-at ${asAt} is not a day. Write it as YYYY-MM-DD, for example 2026-11-01.`);
  const [file, ...more] = positionals;
  if (!help && file === undefined) throw new Refused(`Name the file to import.\n\n${USAGE}`);
  if (more.length > 0) throw new Refused('Name one file: each is an import of its own.');
  return {
    file: file ?? '',
    api: values.api,
    asAt,
    dryRun: values['dry-run'] ?? false,
    json,
    token: values.token,
    system: values.system ?? USUAL_SYSTEM,
    actingAs: values['acting-as'],
    help,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        api: { type: 'string' },
        'as-at': { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        token: { type: 'string' },
        system: { type: 'string' },
        'acting-as': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
