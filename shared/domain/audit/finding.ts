/** What the verifier can find wrong, in which chain and at which numbers. */

/**
 * What a chain is of: `views` of one member of staff; the `history` of a person, referral or emergency access; the `list` by
 * which the views of a person or of a queue are found; the daily `heads` of a place.
 */
export type ChainKind = 'views' | 'history' | 'list' | 'heads';

export interface Chain {
  readonly of: ChainKind;
  /** Id of the member of staff, of the aggregate, of the person; the code of the queue; or the place. */
  readonly id: string;
}

export const auditFaults = [
  'missing',
  'truncated',
  'moved',
  'altered',
  'unlinked',
  'rewritten',
  'not-copied',
  'copy-altered',
  'not-listed',
] as const;
export type AuditFault = (typeof auditFaults)[number];

/** One thing that is wrong. `from` and `to` are the first and last number concerned, both included. */
export interface AuditFinding {
  readonly chain: Chain;
  readonly fault: AuditFault;
  readonly from: number;
  readonly to: number;
  /** Whose record's history it is; absent of other chains. Of an emergency access to nobody known, the access's own id. */
  readonly about?: { readonly place: string; readonly personId: string };
}

/** What each fault means, in one sentence for whoever has to look into it. */
export const faultMeanings: Readonly<Record<AuditFault, string>> = {
  missing: 'Entries have been taken out',
  truncated: 'The end has been cut off: a daily head, or a copy, knows of later entries',
  moved: 'An entry stands where another belongs',
  altered: 'An entry does not say what it said when it was written',
  unlinked: 'Two entries that follow each other do not fit together: one of them was replaced',
  rewritten: 'An entry is not the one that a daily head names',
  'not-copied': 'An event of a record has no copy in the audit',
  'copy-altered': 'The audit’s copy of an event says something else than the record',
  'not-listed': 'An entry is not on a list by which it should be found',
};
