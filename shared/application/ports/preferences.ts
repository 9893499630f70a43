import type { Preferences } from '../../domain/message/preferences.ts';

/** How members of staff want to be told of alerts. */
export interface PreferencesKept {
  /** Undefined when somebody has chosen nothing yet. */
  get(staffId: string): Promise<Preferences | undefined>;
  /** Of several; who has chosen nothing is left out. */
  many(staffIds: readonly string[]): Promise<readonly Preferences[]>;
  /** `version` is one more than what is stored. @throws `stale` `changed-since`. */
  save(preferences: Preferences): Promise<void>;
}
