import type { Identity } from './staff-directory.ts';

/** Whose calendar a secret address leads to. Whether it still does, their account says. */
export interface CalendarLinks {
  /** Keeps where a secret leads. Doing it twice changes nothing. */
  keep(secret: string, owner: Identity): Promise<void>;
  /** Whose calendar it is, or once was; undefined for a secret that was never given. One read. */
  find(secret: string): Promise<Identity | undefined>;
  /** At least 128 bits that follow from an id under a key, so that a repeated request gives the same, and none is kept. */
  secretOf(id: string): string;
}
