import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Answers } from '../../domain/community/answers.ts';
import type { Help } from '../../domain/community/help.ts';
import type { Meeting } from '../../domain/community/meeting.ts';
import type { Notice } from '../../domain/community/notice.ts';
import type { Questionnaire } from '../../domain/community/questionnaire.ts';
import type { Register } from '../../domain/community/register.ts';
import type { Seeker } from '../../domain/community/seeker.ts';

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
  readonly meetings: CommunityPapers<Meeting>;
  readonly registers: Pick<CommunityPapers<Register>, 'get' | 'keep'>;
  readonly seekers: {
    /** Keeps who is to be told, unless the token is kept already. */
    keep(seeker: Seeker): Promise<void>;
    find(place: string, token: string): Promise<Seeker | undefined>;
  };
  readonly questionnaires: CommunityPapers<Questionnaire>;
  readonly answers: {
    /** Keeps the answers of a token, unless it has answered before: answers whether it had not. */
    give(place: string, questionnaireId: string, token: string, answers: Answers): Promise<boolean>;
    /** In no order. */
    all(place: string, questionnaireId: string): Promise<readonly Answers[]>;
  };
}

/** Families' half: they read what is published, book and answer; they cannot read answers or who is to be told, nor write what the place says. */
export interface FamilyCommunity {
  readonly help: Pick<Community['help'], 'list'>;
  readonly notices: Pick<Community['notices'], 'since'>;
  readonly meetings: Pick<Community['meetings'], 'list' | 'get'>;
  readonly registers: Community['registers'];
  readonly seekers: Pick<Community['seekers'], 'keep'>;
  readonly questionnaires: Pick<Community['questionnaires'], 'list' | 'get'>;
  readonly answers: Pick<Community['answers'], 'give'>;
}
