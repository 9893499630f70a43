/** The whole of a verification, asked of the API a slice at a time. */
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { auditFaults } from '../../shared/domain/audit/finding.ts';
import { Refused } from '../import/refused.ts';

const countsSchema = z.object({
  heads: z.int(),
  chains: z.int(),
  views: z.int(),
  people: z.int(),
  events: z.int(),
});
const findingSchema = z.object({
  chain: z.object({ of: z.enum(['views', 'history', 'list', 'heads']), id: z.string() }),
  fault: z.enum(auditFaults),
  meaning: z.string(),
  from: z.int(),
  to: z.int(),
  about: z.object({ place: z.string(), personId: z.string() }).optional(),
});
const sliceSchema = z.object({
  checked: countsSchema,
  findings: z.array(findingSchema),
  next: z.string().optional(),
});
const problemSchema = z.object({ title: z.string() });

export type Checked = z.output<typeof countsSchema>;

/** What was looked at, and everything wrong. */
export interface Verified {
  readonly checked: Checked;
  readonly findings: readonly z.output<typeof findingSchema>[];
}

/** How often a slice is asked for when the service cannot answer now, and how long the first wait is. */
const TRIES = 5;
const FIRST_WAIT_MILLISECONDS = 200;

/** @param onSlice told after each slice how much has been looked at. @throws Refused */
export async function verifyService(
  service: { readonly api: string; readonly token: string; readonly actingAs: string | undefined },
  onSlice: (checked: Checked) => void,
): Promise<Verified> {
  let checked: Checked = { heads: 0, chains: 0, views: 0, people: 0, events: 0 };
  const findings: z.output<typeof findingSchema>[] = [];
  let cursor: string | undefined;
  do {
    const slice = await sliceAt(service, cursor);
    checked = {
      heads: checked.heads + slice.checked.heads,
      chains: checked.chains + slice.checked.chains,
      views: checked.views + slice.checked.views,
      people: checked.people + slice.checked.people,
      events: checked.events + slice.checked.events,
    };
    findings.push(...slice.findings);
    onSlice(checked);
    cursor = slice.next;
  } while (cursor !== undefined);
  return { checked, findings };
}

async function sliceAt(
  { api, token, actingAs }: Parameters<typeof verifyService>[0],
  cursor: string | undefined,
): Promise<z.output<typeof sliceSchema>> {
  const address = new URL('/v1/audit/verification', api);
  if (cursor !== undefined) address.searchParams.set('cursor', cursor);
  const headers = { authorization: `Bearer ${token}`, ...(actingAs === undefined ? {} : { 'acting-as': actingAs }) };
  for (let round = 1; ; round += 1) {
    const answer = await fetch(address, { headers }).catch(() => undefined);
    if (answer?.ok === true) return sliceSchema.parse(await answer.json());
    const passing = answer === undefined || answer.status === 429 || answer.status >= 500;
    if (!passing || round === TRIES) throw await refusal(api, answer);
    await setTimeout(FIRST_WAIT_MILLISECONDS * 2 ** round);
  }
}

async function refusal(api: string, answer: Response | undefined): Promise<Refused> {
  if (answer === undefined) return new Refused(`The service does not answer at ${api}. Is it running?`);
  const problem = problemSchema.safeParse(await answer.json().catch(() => undefined));
  const title = problem.success ? problem.data.title : `it answered ${answer.status}`;
  if (answer.status === 401) return new Refused('The service does not know you: the token is wrong or has run out.');
  if (answer.status === 403)
    return new Refused(`You may not verify: ${title}. An audit officer, an operator or a data manager may.`);
  return new Refused(`The service refused: ${title}.`);
}
