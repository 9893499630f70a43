/** What the post office for e-mail says of what it took, on its way to being recorded. */
export interface EmailReceipts {
  /** Whether everything that it has said so far is recorded; false also while nobody can tell. */
  areAllRecorded(): Promise<boolean>;
}
