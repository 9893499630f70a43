/** What an estimate is made from: of each referral of a queue, where it stood in the order and how long it waited. No person. */
export interface PastWait {
  /** Place of the priority in the policy's order: 0 comes first. */
  readonly tier: number;
  /** The ordering date, in days since 1970: earlier comes first inside a priority. */
  readonly order: number;
  /** First day on the list, in days since 1970. */
  readonly from: number;
  /** The day it left the list; null while it waits. */
  readonly until: number | null;
  /** Whether it left because the child was seen; otherwise it was removed for another reason, or waits. */
  readonly seen: boolean;
  /** Group within which waits may go differently: an age band. */
  readonly group: string;
}

/** Whether somebody waits at the end of a day. */
export function waitsOn({ from, until }: Pick<PastWait, 'from' | 'until'>, day: number): boolean {
  return from <= day && (until === null || until > day);
}

/** What was known on a day: nobody who came later, nothing that happened later. */
export function knownOn(waits: readonly PastWait[], day: number): readonly PastWait[] {
  return waits
    .filter(({ from }) => from <= day)
    .map((wait) => (wait.until !== null && wait.until > day ? { ...wait, until: null, seen: false } : wait));
}
