import type { Import } from '../../domain/import/import.ts';
import type { RowResult } from '../../domain/import/report.ts';
import type { ReferralKey } from './referrals.ts';

/** What became of one batch of rows: kept once it is worked, so that sending it again does nothing again. */
export interface ImportBatch {
  /** The first record of the batch; it names the batch. */
  readonly first: number;
  /** Hash of the rows as they were sent: other rows under the same number are refused. */
  readonly rowsHash: string;
  readonly results: readonly RowResult[];
}

/**
 * What is found out about an import besides its rows: at its end what is `absent` and who may be `duplicates`; by an undo
 * what it `kept` because people had worked on it.
 */
export type FindingKind = 'absent' | 'duplicates' | 'kept';

/** Imports of a place, with what became of every row and nothing of what the rows said. */
export interface Imports {
  get(place: string, importId: string): Promise<Import | undefined>;
  /** The latest, newest first. */
  latest(place: string, limit: number): Promise<readonly Import[]>;
  /** Keeps a new import. @throws `conflict` `already-there` when the id is taken. */
  create(started: Import): Promise<void>;
  /** Keeps a change: `version` is one more than what is stored. @throws `stale` `changed-since` otherwise. */
  save(changed: Import): Promise<void>;

  batch(place: string, importId: string, first: number): Promise<ImportBatch | undefined>;
  /** Every batch that is in, in order. */
  batches(place: string, importId: string): Promise<readonly ImportBatch[]>;
  /** Keeps a batch, unless there is one: answers the one that is kept. */
  keepBatch(place: string, importId: string, batch: ImportBatch): Promise<ImportBatch>;

  /** Keeps a part of a finding, the same for good; a part may be empty. */
  keepFinding(
    place: string,
    importId: string,
    kind: FindingKind,
    part: number,
    referrals: readonly ReferralKey[],
  ): Promise<void>;
  /** The parts of a finding by their numbers. */
  findings(place: string, importId: string, kind: FindingKind): Promise<ReadonlyMap<number, readonly ReferralKey[]>>;
}
