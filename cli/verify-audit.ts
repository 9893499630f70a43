/** `npm run verify-audit`: proves that nothing was removed from the audit of a place, altered or moved, and names what was. */
import { parseArgs } from 'node:util';
import { redriveQueuesInSqs } from '../shared/adapters/sqs/redrive-queues.ts';
import { followAgain } from './audit/follow-again.ts';
import { type Verified, verifyService } from './audit/verify-service.ts';
import { Refused } from './import/refused.ts';
import { signIn } from './import/sign-in.ts';

const USAGE = `npm run verify-audit -- [--api URL] [--acting-as PLACE/ROLE] [--token TOKEN] [--json]
                            [--follow-again QUEUE]

  --api URL         address of the service; the one that npm start runs on this machine if left out
  --acting-as NAME  the role to act in, like liverpool/audit-officer, for whoever has several
  --token TOKEN     an access token; otherwise AUDIT_TOKEN, or AUDIT_CLIENT_ID, AUDIT_CLIENT_SECRET and AUDIT_TOKEN_URL,
                    or the machine client of the service on this machine
  --json            print what was looked at and every finding as JSON
  --follow-again QUEUE  have publish-changes follow again everybody of whom an event was not copied: docs/operations.md,
                    "Dead letters". QUEUE is PublishChangesAgain, or more of its name. Needs credentials of the AWS account

Ends with 0 when all is whole, with 2 when something is wrong, and with 1 when it could not be found out.`;

/** How the command ends when it could not be found out, and when something is wrong. */
const FAILED = 1;
const WRONG = 2;

try {
  const { values } = parseArgs({
    options: {
      api: { type: 'string' },
      token: { type: 'string' },
      'acting-as': { type: 'string' },
      json: { type: 'boolean', default: false },
      'follow-again': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else {
    const who = await signIn({ api: values.api, token: values.token }, identityIn(process.env));
    const verified = await verifyService({ ...who, actingAs: values['acting-as'] }, ({ views, people }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${views} views, ${people} people looked at`);
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    console.log(values.json ? JSON.stringify(verified) : asText(verified));
    if (verified.findings.length > 0) process.exitCode = WRONG;
    const queue = values['follow-again'];
    if (queue !== undefined) console.error(await followAgain(redriveQueuesInSqs(), queue, verified.findings));
  }
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = FAILED;
}

/** Who verifies has a name of their own in the environment: whoever imports need not be whoever checks. */
function identityIn(environment: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  return {
    IMPORT_TOKEN: environment['AUDIT_TOKEN'],
    IMPORT_CLIENT_ID: environment['AUDIT_CLIENT_ID'],
    IMPORT_CLIENT_SECRET: environment['AUDIT_CLIENT_SECRET'],
    IMPORT_TOKEN_URL: environment['AUDIT_TOKEN_URL'],
    IMPORT_SCOPE: environment['AUDIT_SCOPE'],
  };
}

function asText({ checked, findings }: Verified): string {
  const { views, chains, events, people, heads } = checked;
  const looked = `${views} views by ${chains} members of staff, ${events} events of ${people} people, ${heads} daily heads.`;
  if (findings.length === 0) return `The audit is whole: ${looked}`;
  const lines = findings.map(({ chain, fault, from, to, meaning }) => {
    const numbers = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
    return `  ${chain.of} ${chain.id}, ${numbers}: ${fault}. ${meaning}.`;
  });
  return [`Something is wrong (${findings.length}). Looked at ${looked}`, ...lines].join('\n');
}
