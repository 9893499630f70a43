import type { Instant } from '../../domain/calendar/instant.ts';

/** One address of somebody of a family, by an id: what is known of it otherwise stands in the child's access. */
export interface ContactKey {
  readonly place: string;
  readonly personId: string;
  readonly contactId: string;
}

/** The addresses of families: sealed wherever they are kept. */
export interface ContactDetails {
  /** Keeps an address, before anything leads to it. Doing it twice changes nothing. */
  keep(key: ContactKey, address: string): Promise<void>;
  read(key: ContactKey): Promise<string | undefined>;
}

/** A code that was sent to an address to show whose it is. One at a time for each grant. */
export interface OneTimeCode {
  readonly place: string;
  readonly personId: string;
  readonly grantId: string;
  readonly version: number;
  readonly codeId: string;
  readonly contactId: string;
  /** From this instant on it shows nothing. */
  readonly expiresAt: Instant;
  /** Times that it was typed, right or wrong. */
  readonly tries: number;
  /** Codes sent since an instant. */
  readonly sent: { readonly since: Instant; readonly count: number };
}

/** One-time codes. What a code is follows from its id under a key, and is kept nowhere. */
export interface OneTimeCodes {
  get(place: string, personId: string, grantId: string): Promise<OneTimeCode | undefined>;
  /** Keeps the next version; answers whether nobody else was first. */
  save(code: OneTimeCode): Promise<boolean>;
  codeOf(codeId: string): string;
}
