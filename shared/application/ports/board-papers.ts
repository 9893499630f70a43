import type { BoardPack } from '../../domain/board/board-pack.ts';
import type { ChartRebases } from '../../domain/board/chart-rebases.ts';
import type { Risk } from '../../domain/board/risk.ts';

/**
 * Papers of the SEND Partnership Board, beside the figures that they are about. Each is one item: kept when nothing has its
 * key, or when what has it has the version before. False says that somebody else was first.
 */
export interface BoardPapers {
  risks(place: string): Promise<readonly Risk[]>;
  risk(place: string, id: string): Promise<Risk | undefined>;
  keepRisk(risk: Risk): Promise<boolean>;
  /** Where the charts of a queue are drawn anew. Undefined where they never were. */
  rebases(place: string, queue: string): Promise<ChartRebases | undefined>;
  everyRebases(place: string): Promise<readonly ChartRebases[]>;
  keepRebases(rebases: ChartRebases): Promise<boolean>;
  packs(place: string): Promise<readonly BoardPack[]>;
  pack(place: string, period: string): Promise<BoardPack | undefined>;
  keepPack(pack: BoardPack): Promise<boolean>;
  /** The text of a signed pack, under its hash: kept once and never changed. Undefined where there is none. */
  copy(place: string, period: string, hash: string): Promise<string | undefined>;
  keepCopy(place: string, period: string, hash: string, text: string): Promise<boolean>;
}
