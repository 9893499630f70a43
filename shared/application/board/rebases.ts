/** Drawing the limits of a queue's charts anew, and undoing it. */
import {
  type ChartRebases,
  noRebases,
  type RebaseAsked,
  type RebaseEvent,
  withRebase,
} from '../../domain/board/chart-rebases.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import { commandIdentity } from '../command.ts';
import { figuresNotFound } from '../indicators/figure-view.ts';
import { MOST_MONTHS } from '../indicators/read-figures.ts';
import type { BoardDeps } from './board-deps.ts';
import { type PaperChange, recordedBy, type WritingCall, workPaper } from './work-paper.ts';

/** Where the charts of a queue are drawn anew; nowhere where nobody did. @throws `forbidden`. */
export async function readRebases(
  { board }: Pick<BoardDeps, 'board'>,
  call: Call,
  queue: string,
): Promise<ChartRebases> {
  const { place } = call.actor;
  authorise(call, 'indicator.read', placeSubject(place), figuresNotFound);
  return (await board.rebases(place, queue)) ?? noRebases(place, queue);
}

/** The same of every queue of a place. @throws `forbidden`. */
export async function readAllRebases(
  { board }: Pick<BoardDeps, 'board'>,
  call: Call,
): Promise<readonly ChartRebases[]> {
  const { place } = call.actor;
  authorise(call, 'indicator.read', placeSubject(place), figuresNotFound);
  return board.everyRebases(place);
}

/** @throws `invalid` `month-not-in-series`, `first-month`; `conflict` `already-rebased`; `stale`; `not-found`; `forbidden`. */
export function rebaseChart(
  deps: BoardDeps,
  call: WritingCall,
  asked: PaperChange & RebaseAsked & { readonly queue: string },
): Promise<ChartRebases> {
  return record(deps, call, 'rebased', asked);
}

/** @throws `conflict` `not-rebased`; as {@link rebaseChart}. */
export function undoRebase(
  deps: BoardDeps,
  call: WritingCall,
  asked: PaperChange & RebaseAsked & { readonly queue: string },
): Promise<ChartRebases> {
  return record(deps, call, 'undone', asked);
}

async function record(
  { board, figures, ...deps }: BoardDeps,
  call: WritingCall,
  kind: RebaseEvent['kind'],
  { queue, seen, key, ...asked }: PaperChange & RebaseAsked & { readonly queue: string },
): Promise<ChartRebases> {
  const { place } = call.actor;
  authorise(call, 'indicator.rebase', placeSubject(place), figuresNotFound);
  // The months are the same in every view.
  const months = (await figures.series(place, queue, 'released', MOST_MONTHS)).map(({ month }) => month);
  if (months.length === 0) throw figuresNotFound();
  const command = commandIdentity(deps, call, ['rebase', kind, queue], key, asked);
  return workPaper(
    {
      load: async () => (await board.rebases(place, queue)) ?? noRebases(place, queue),
      keep: (paper) => board.keepRebases(paper),
      absent: figuresNotFound,
    },
    command,
    seen,
    (paper) => withRebase(paper, kind, asked, recordedBy(call, command), months),
  );
}
