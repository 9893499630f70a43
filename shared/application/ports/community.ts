import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Help } from '../../domain/community/help.ts';
import type { Notice } from '../../domain/community/notice.ts';

/** One kind of what a place writes for families. Each is one item: kept when nothing has its key, or when what has it has the version before. */
export interface CommunityPapers<T> {
  /** All of a place, in no order. */
  list(place: string): Promise<readonly T[]>;
  get(place: string, id: string): Promise<T | undefined>;
  /** False says that somebody else was first. */
  keep(paper: T): Promise<boolean>;
}

/** What a place and its families write for one another. Nothing in it leads to a person. */
export interface Community {
  readonly help: CommunityPapers<Help>;
  readonly notices: CommunityPapers<Notice> & {
    /** Those begun on a day or after it. */
    since(place: string, day: LocalDate): Promise<readonly Notice[]>;
  };
}

/** Families' half: they read what is published, book and answer; they cannot read answers, nor write what the place says. */
export interface FamilyCommunity {
  readonly help: Pick<Community['help'], 'list'>;
  readonly notices: Pick<Community['notices'], 'since'>;
}
