/** Board packs: begun, commented on by section, signed as a copy that never changes, and issued again for a reason. */
import {
  type BoardPack,
  begunPack,
  commentedPack,
  editionsOf,
  isSigned,
  reissueOf,
  reopenedPack,
  signedPack,
} from '../../domain/board/board-pack.ts';
import { notAfter } from '../../domain/board/board-text.ts';
import {
  isWhole,
  type PackContent,
  type SignedDocument,
  signedDocumentSchema,
} from '../../domain/board/pack-document.ts';
import { type Period, periodOf, periodsUntil } from '../../domain/board/period.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { conflict, invalid, isDomainError, notFound, stale } from '../../domain/error.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { BoardDeps } from './board-deps.ts';
import { packContent } from './pack-content.ts';
import { changedSince, type PaperChange, recordedBy, type WritingCall, workPaper } from './work-paper.ts';

/** How far back a pack may be begun. */
const MONTHS_BACK = 24;
/** An item of the store holds 400 KB; the keys and names beside the text take little. */
const MOST_BYTES = 380_000;
/** Tries at a comment that others' comments on other sections come before. */
const TRIES = 5;

/** A pack with what it says as things stand, and the hash of that: what somebody who signs has read. */
export interface PackRead {
  readonly pack: BoardPack;
  readonly content: PackContent;
  readonly contentHash: string;
}

/** Every pack of the place, the latest period first. @throws `forbidden`. */
export async function listPacks({ board }: Pick<BoardDeps, 'board'>, call: Call): Promise<readonly BoardPack[]> {
  mayAct(call, 'indicator.read');
  const packs = await board.packs(call.actor.place);
  const end = ({ period }: BoardPack) => `${periodOf(period).to}${period}`;
  return packs.toSorted((a, b) => (end(a) < end(b) ? 1 : -1));
}

/** Periods that a pack can be begun for. */
export function possiblePeriods(call: Call, packs: readonly BoardPack[]): readonly Period[] {
  return periodsUntil(todayOf(call), MONTHS_BACK).filter(({ code }) => !packs.some(({ period }) => period === code));
}

/** @throws `not-found` `pack-not-found`, `figures-not-found`; `forbidden`. */
export async function readPack(deps: BoardDeps, call: Call, period: string): Promise<PackRead> {
  mayAct(call, 'indicator.read');
  const pack = await deps.board.pack(call.actor.place, period);
  if (pack === undefined) throw packNotFound();
  const content = await packContent(deps, pack);
  return { pack, content, contentHash: deps.hash(canonicalJson(content)) };
}

/** A signed copy as it was kept. */
export interface EditionRead {
  readonly pack: BoardPack;
  readonly document: SignedDocument;
  /** The very text that was signed. */
  readonly text: string;
  readonly sha256: string;
}

/** @throws `not-found` `edition-not-found`; `forbidden`. */
export async function readEdition(
  { board, hash }: Pick<BoardDeps, 'board' | 'hash'>,
  call: Call,
  period: string,
  edition: number,
): Promise<EditionRead> {
  mayAct(call, 'indicator.read');
  const { place } = call.actor;
  const pack = await board.pack(place, period);
  const copy = pack && editionsOf(pack).find((each) => each.edition === edition)?.copy;
  if (pack === undefined || copy === undefined) throw notFound('edition-not-found', 'There is no such edition');
  const text = await board.copy(place, period, copy);
  if (text === undefined || hash(text) !== copy)
    throw new Error(`The copy ${copy} of ${place} ${period} is not what was signed`);
  return { pack, text, document: signedDocumentSchema.parse(JSON.parse(text)), sha256: hexOf(copy) };
}

/** @throws `invalid` `period-unknown`; `forbidden`. A pack that is there already is answered as it is. */
export async function beginPack(deps: BoardDeps, call: WritingCall, period: string, key: string): Promise<BoardPack> {
  mayAct(call, 'board.write');
  if (!possiblePeriods(call, []).some(({ code }) => code === period)) {
    const message = 'Choose a period of the last two years';
    throw invalid('period-unknown', message, [{ pointer: '/period', code: 'period-unknown', message }]);
  }
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['begin-pack'], key, { period });
  const pack = begunPack({ place, period }, recordedBy(call, command));
  if (await deps.board.keepPack(pack)) return pack;
  const kept = await deps.board.pack(place, period);
  if (kept === undefined) throw packNotFound();
  recordedBefore(kept.events, command);
  return kept;
}

/**
 * Writes what is said of a section. It is on the version that was read of that section: what others write of other sections meanwhile
 * is in nobody's way.
 * @throws `stale` `changed-since`; `conflict` `pack-signed`; `not-found` `pack-not-found`, `section-not-found`; `forbidden`.
 */
export async function commentPack(
  deps: BoardDeps,
  call: WritingCall,
  {
    period,
    seen,
    key,
    ...asked
  }: PaperChange & { readonly period: string; readonly section: string; readonly text: string },
): Promise<BoardPack> {
  mayAct(call, 'board.write');
  const { place } = call.actor;
  await sectionIsThere(deps, place, asked.section);
  const command = commandIdentity(deps, call, ['comment-pack', period], key, asked);
  for (let tries = 1; ; tries += 1) {
    const pack = await deps.board.pack(place, period);
    if (pack === undefined) throw packNotFound();
    if (recordedBefore(pack.events, command) !== undefined) return pack;
    const written = pack.events.findLastIndex(({ section }) => section === asked.section) + 1;
    if (seen > pack.version || written > seen) throw changedSince(pack.version);
    const next = commentedPack(pack, asked, recordedBy(call, command));
    if (await deps.board.keepPack(next)) return next;
    if (tries === TRIES) throw changedSince(pack.version);
  }
}

async function sectionIsThere({ figures }: BoardDeps, place: string, section: string): Promise<void> {
  if (!section.startsWith('queue-')) return;
  const facts = await figures.facts(place);
  if (!facts?.queues.some(({ code }) => section === `queue-${code}`))
    throw notFound('section-not-found', 'There is no such section');
}

/** Somebody signs what they have read, named by its hash: figures and risks may have changed under a version that has not. */
export interface Signature extends PaperChange {
  readonly period: string;
  readonly agreedOn: LocalDate;
  readonly contentHash: string;
}

/**
 * Keeps a copy under its own hash, then says that it is signed: should the second not come about, the copy is nobody's.
 * @throws `conflict` `period-not-over`, `figures-missing`, `pack-signed`, `pack-too-large`; `invalid` `date-in-future`, `date-before-end`; `stale`; `not-found`; `forbidden`.
 */
export async function signPack(
  deps: BoardDeps,
  call: WritingCall,
  { period, agreedOn, contentHash, seen, key }: Signature,
): Promise<BoardPack> {
  mayAct(call, 'board.sign');
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['sign-pack', period], key, { agreedOn, contentHash });
  const read = await readPack(deps, call, period);
  if (recordedBefore(read.pack.events, command) !== undefined) return read.pack;
  if (isSigned(read.pack)) throw conflict('pack-signed', 'This pack is signed already');
  if (read.pack.version !== seen) throw changedSince(read.pack.version);
  if (read.contentHash !== contentHash)
    throw stale('changed-since', 'Figures or risks of this pack have changed since you read it', {
      currentVersion: seen,
    });
  mayBeSigned(read.content, todayOf(call), agreedOn);
  const recorded = recordedBy(call, command);
  const text = canonicalJson(signedDocument(read, recorded, agreedOn));
  if (new TextEncoder().encode(text).length > MOST_BYTES)
    throw conflict('pack-too-large', 'This pack is too long to keep: shorten its commentary');
  const copy = deps.hash(text);
  await deps.board.keepCopy(place, period, copy, text);
  return workPaper(storeOf(deps, place, period), command, seen, (pack) =>
    signedPack(pack, { agreedOn, copy }, recorded),
  );
}

function mayBeSigned(content: PackContent, today: LocalDate, agreedOn: LocalDate): void {
  const { to } = content.period;
  if (today <= to) throw conflict('period-not-over', 'The period is not over: a pack is signed after it');
  if (!isWhole(content))
    throw conflict('figures-missing', 'Not every waiting list has published figures of this period');
  const wrongDay = (code: string, message: string) => invalid(code, message, [{ pointer: '/agreedOn', code, message }]);
  try {
    notAfter(today, agreedOn);
  } catch (refusal) {
    throw isDomainError(refusal) ? wrongDay(refusal.code, refusal.message) : refusal;
  }
  if (agreedOn <= to) throw wrongDay('date-before-end', 'The date must be after the end of the period');
}

function signedDocument(
  { pack, content }: PackRead,
  { by, at }: Pick<ReturnType<typeof recordedBy>, 'by' | 'at'>,
  agreedOn: LocalDate,
): SignedDocument {
  const before = editionsOf(pack).at(-1);
  const reissue = reissueOf(pack);
  const who = (writer: typeof by) => ({ name: writer.name, role: writer.role });
  return {
    ...content,
    edition: (before?.edition ?? 0) + 1,
    signed: { by: who(by), at, agreedOn },
    replaces:
      before === undefined || reissue === null
        ? null
        : {
            edition: before.edition,
            sha256: hexOf(before.copy),
            ...{ reason: reissue.reason, by: who(reissue.by), at: reissue.at },
          },
  };
}

/** Begins the next edition of a signed pack. @throws `conflict` `pack-not-signed`; `stale`; `not-found`; `forbidden`. */
export function reopenPack(
  deps: BoardDeps,
  call: WritingCall,
  { period, reason, seen, key }: PaperChange & { readonly period: string; readonly reason: string },
): Promise<BoardPack> {
  mayAct(call, 'board.write');
  const command = commandIdentity(deps, call, ['reopen-pack', period], key, { reason });
  return workPaper(storeOf(deps, call.actor.place, period), command, seen, (pack) =>
    reopenedPack(pack, reason, recordedBy(call, command)),
  );
}

function storeOf({ board }: BoardDeps, place: string, period: string) {
  return {
    load: () => board.pack(place, period),
    keep: (pack: BoardPack) => board.keepPack(pack),
    absent: packNotFound,
  };
}

function mayAct(call: Call, action: 'indicator.read' | 'board.write' | 'board.sign'): void {
  authorise(call, action, placeSubject(call.actor.place), packNotFound);
}

export function packNotFound() {
  return notFound('pack-not-found', 'There is no such board pack');
}

/** A hash as `sha256sum` and the like print it. */
export function hexOf(hash: string): string {
  const bytes = atob(hash.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
