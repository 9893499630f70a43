import type { ColumnMapping } from '../../domain/import/columns.ts';

/** Which heading of a source system's files holds which fact, as it was last confirmed. Headings only, no data. */
export interface KeptMapping {
  readonly system: string;
  readonly version: number;
  readonly mapping: ColumnMapping;
}

/** The column mappings of a place, one for each source system. */
export interface ColumnMappings {
  get(place: string, system: string): Promise<KeptMapping | undefined>;
  /** Keeps a mapping: `version` is one more than what is stored, or 1. @throws `stale` `changed-since` otherwise. */
  save(place: string, kept: KeptMapping): Promise<void>;
}
