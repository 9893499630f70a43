import type { DayHead, KeptHead } from '../../domain/audit/head.ts';

/** The daily heads of the audit's chains. Nothing kept here can be kept again. */
export interface AuditHeads {
  /** The newest head of a place. */
  last(place: string): Promise<DayHead | undefined>;
  /** Keeps a head behind the newest; false when its number is taken: another run was first. */
  keep(head: KeptHead): Promise<boolean>;
  /** Every head of a place with its links, in order. */
  all(place: string): AsyncIterable<KeptHead>;
}
