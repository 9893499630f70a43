/** The risk register of a place: read by whoever reads its figures, written by whoever writes for the board. */
import { type Decision, notAfter } from '../../domain/board/board-text.ts';
import {
  inOrder,
  type Risk,
  type RiskDetails,
  type RiskWork,
  raisedRisk,
  workedRisk,
} from '../../domain/board/risk.ts';
import { conflict, invalid, notFound } from '../../domain/error.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { BoardDeps } from './board-deps.ts';
import { type PaperChange, recordedBy, type WritingCall, workPaper } from './work-paper.ts';

/** The whole register, what matters most first. @throws `forbidden`. */
export async function listRisks({ board }: Pick<BoardDeps, 'board'>, call: Call): Promise<readonly Risk[]> {
  authorise(call, 'indicator.read', placeSubject(call.actor.place), riskNotFound);
  return inOrder(await board.risks(call.actor.place));
}

/** @throws `not-found` `risk-not-found`; `forbidden`. */
export async function readRisk({ board }: Pick<BoardDeps, 'board'>, call: Call, id: string): Promise<Risk> {
  authorise(call, 'indicator.read', placeSubject(call.actor.place), riskNotFound);
  const risk = await board.risk(call.actor.place, id);
  if (risk === undefined) throw riskNotFound();
  return risk;
}

/** @throws `invalid` `queue-unknown`, `idempotency-key-reused`; `forbidden`. */
export async function raiseRisk(deps: BoardDeps, call: WritingCall, details: RiskDetails, key: string): Promise<Risk> {
  mayWrite(call);
  await queueIsKnown(deps, call, details);
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['raise-risk'], key, details);
  const id = deps.ids.derived('risk', place, command.eventId);
  const risk = raisedRisk({ id, place, details }, recordedBy(call, command), todayOf(call));
  if (await deps.board.keepRisk(risk)) return risk;
  const kept = await deps.board.risk(place, id);
  if (kept === undefined || recordedBefore(kept.events, command) === undefined)
    throw conflict('already-there', 'There is such a risk already');
  return kept;
}

/** Describes a risk anew. @throws `invalid` `queue-unknown`; `conflict` `risk-closed`; `stale`; `not-found`; `forbidden`. */
export function changeRisk(
  deps: BoardDeps,
  call: WritingCall,
  { id, reason, details, ...asked }: PaperChange & { id: string; reason: string; details: RiskDetails },
): Promise<Risk> {
  return work(deps, call, { id, ...asked }, { kind: 'changed', reason, details });
}

/** Hands a risk to the Partnership Board. @throws `conflict` `already-escalated`, `risk-closed`; as {@link changeRisk}. */
export function escalateRisk(
  deps: BoardDeps,
  call: WritingCall,
  { id, reason, on, ...asked }: PaperChange & Decision & { id: string },
): Promise<Risk> {
  return work(deps, call, { id, ...asked }, { kind: 'escalated', reason, on });
}

/** @throws `conflict` `risk-closed`; as {@link changeRisk}. */
export function closeRisk(
  deps: BoardDeps,
  call: WritingCall,
  { id, reason, on, ...asked }: PaperChange & Decision & { id: string },
): Promise<Risk> {
  return work(deps, call, { id, ...asked }, { kind: 'closed', reason, on });
}

async function work(
  deps: BoardDeps,
  call: WritingCall,
  { id, seen, key }: PaperChange & { readonly id: string },
  asked: RiskWork,
): Promise<Risk> {
  mayWrite(call);
  if (asked.kind === 'changed') await queueIsKnown(deps, call, asked.details);
  else notAfter(todayOf(call), asked.on);
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['risk', id], key, asked);
  const { board } = deps;
  return workPaper(
    { load: () => board.risk(place, id), keep: (risk) => board.keepRisk(risk), absent: riskNotFound },
    command,
    seen,
    (risk) => workedRisk(risk, asked, recordedBy(call, command), todayOf(call)),
  );
}

function mayWrite(call: Call): void {
  authorise(call, 'board.write', placeSubject(call.actor.place), riskNotFound);
}

async function queueIsKnown({ figures }: BoardDeps, { actor }: Call, { queue }: RiskDetails): Promise<void> {
  if (queue === null) return;
  const facts = await figures.facts(actor.place);
  if (facts?.queues.some(({ code }) => code === queue)) return;
  const message = 'Choose a waiting list of this place';
  throw invalid('queue-unknown', message, [{ pointer: '/queue', code: 'queue-unknown', message }]);
}

export function riskNotFound() {
  return notFound('risk-not-found', 'There is no such risk');
}
