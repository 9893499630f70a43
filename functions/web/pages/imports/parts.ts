/**
 * Work that is too long for one request, cut into parts. The parts that are left travel in the page: with JavaScript they
 * are sent one by one behind a progress bar, without it as many as fit into a request, again and again. A part that is sent
 * twice comes to the same, so that a page that was cut short can be sent again.
 */
import { type DomainError, isDomainError } from '../../../../shared/domain/error.ts';
import { MAX_BATCH } from '../../../../shared/domain/import/batches.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';

/** A part: how many rows it is of, and what it needs, packed. */
export interface Part {
  readonly rows: number;
  readonly packed: string;
}

/** The names of the fields that carry parts, and what the finished ones told. */
export const PART = 'part';
export const TOLD = 'told';
/** `one` when the page's script sends a single part and reads the answer itself. */
const SEND = 'send';
/** `parts` when the page's script will send the parts one by one. */
const PACE = 'pace';

/** Parts worked in one request: 2,000 rows, answered well inside the gateway's 30 seconds. */
export const PARTS_A_REQUEST = 2_000 / MAX_BATCH;

/** Work as a form of ours sends it. */
export interface SentWork {
  readonly left: readonly Part[];
  /** What the parts that are done told, packed, in their order. */
  readonly told: readonly string[];
}

/** How far the work came in one request. */
export interface Worked extends SentWork {
  /** Why it stopped before its time: the records were away. The rest can be sent again. */
  readonly stopped: DomainError<'unavailable'> | null;
}

export function sentWork(body: FormBody): SentWork {
  return { left: body.all(PART).map(partOf), told: body.all(TOLD) };
}

export function partText({ rows, packed }: Part): string {
  return `${rows}.${packed}`;
}

function partOf(text: string): Part {
  const [rows = '', packed = ''] = text.split('.');
  return { rows: /^\d{1,6}$/.test(rows) ? Number(rows) : 0, packed };
}

/** Whether the script of the page that sent this will send the parts itself: then nothing is worked yet. */
export function isSentInParts(body: FormBody): boolean {
  return body.get(PACE) === 'parts';
}

/** Whether the page's script sends one part and reads the answer. */
export function isOnePart(body: FormBody): boolean {
  return body.get(SEND) === 'one';
}

/**
 * Works parts until they are done or enough for one request.
 * @param work does one part; answers what it told, packed, or nothing.
 */
export async function workParts(
  { left, told }: SentWork,
  work: (part: Part) => Promise<string>,
  most: number = PARTS_A_REQUEST,
): Promise<Worked> {
  const done: string[] = [...told];
  for (const [at, part] of left.entries()) {
    if (at === most) return { left: left.slice(at), told: done, stopped: null };
    try {
      const said = await work(part);
      if (said !== '') done.push(said);
    } catch (refused) {
      if (!isDomainError(refused, 'unavailable')) throw refused;
      return { left: left.slice(at), told: done, stopped: refused };
    }
  }
  return { left: [], told: done, stopped: null };
}

/** The answer to one part, for the page's script. @throws `unavailable` when the records were away. */
export function onePartAnswer({ told, stopped }: Worked): PageAnswer {
  if (stopped !== null) throw stopped;
  return {
    kind: 'ready',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ told: told[0] ?? '' }),
    isBase64Encoded: false,
  };
}
