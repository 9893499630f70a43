/** One person who waits, as far as figures go: how long, and which groups they belong to. No id, no name, no date. */
import type { PersonDetails, PersonFlag } from '../../person/person.ts';

export interface Counted {
  readonly waitDays: number;
  /** Whole years on the day that is counted. */
  readonly age: number;
  readonly ethnicCategory: PersonDetails['ethnicCategory'] | null;
  /** Decile of deprivation of where they live, 1 the most deprived; null where it is not known. */
  readonly decile: number | null;
  readonly flags: readonly PersonFlag[];
  readonly needsInterpreter: boolean;
}
