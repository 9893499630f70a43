/** Help while waiting, for staff: written, published, looked at again, withdrawn, gone back to. */
import {
  type Help,
  type HelpContent,
  type HelpWork,
  inOrder,
  newHelp,
  workedHelp,
} from '../../domain/community/help.ts';
import { notFound } from '../../domain/error.ts';
import type { PaperChange, WritingCall } from '../board/work-paper.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { mayRead, type PaperKind, queuesAreKnown, readPaper, type WritingDeps, work, writeNew } from './write-paper.ts';

const kindOf = ({ community }: Pick<Deps, 'community'>): PaperKind<Help> => ({
  name: 'help',
  papers: community.help,
  absent: helpNotFound,
});

/** All of a place, in the order in which families read it. @throws `forbidden`. */
export async function listHelp(deps: Pick<Deps, 'community'>, call: Call): Promise<readonly Help[]> {
  mayRead(call, helpNotFound);
  return inOrder(await deps.community.help.list(call.actor.place));
}

/** @throws `not-found` `help-not-found`; `forbidden`. */
export function readHelp(deps: Pick<Deps, 'community'>, call: Call, id: string): Promise<Help> {
  return readPaper(kindOf(deps), call, id);
}

/** @throws `invalid` `queue-unknown`, `idempotency-key-reused`; `forbidden`. */
export function writeHelp(deps: WritingDeps, call: WritingCall, content: HelpContent, key: string): Promise<Help> {
  return writeNew(deps, call, kindOf(deps), content, key, (of, recorded) => newHelp(of, content, recorded));
}

/** @throws as {@link workedHelp}; `invalid` `queue-unknown`; `stale`; `not-found`; `forbidden`. */
export async function workHelp(
  deps: WritingDeps,
  call: WritingCall,
  asked: PaperChange & { readonly id: string; readonly work: HelpWork },
): Promise<Help> {
  if (asked.work.kind === 'written') await queuesAreKnown(deps, call, asked.work.content);
  return work(deps, call, kindOf(deps), asked, (help, recorded) =>
    workedHelp(help, asked.work, recorded, todayOf(call)),
  );
}

export function helpNotFound() {
  return notFound('help-not-found', 'There is no such help');
}
