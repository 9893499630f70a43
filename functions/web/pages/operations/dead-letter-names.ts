/** What waits in each queue of dead letters, in words: every one of the stack has its own. */
export const deadLetterNames: Readonly<Record<string, string>> = {
  PublishChangesDeadLetters: 'Changes that could not be published',
  WatchDeadlinesDeadLetters: 'Runs of the watch that failed',
  KeepAuditHeadsDeadLetters: 'Nights of the audit that failed',
  TakeCensusDeadLetters: 'Runs of the census that failed',
  AlertEventsDeadLetters: 'Alerts nobody could be chosen to tell of',
  SendMessagesDeadLetters: 'Runs of the sending that failed',
  EmailReceiptsDeadLetters: 'What the mail service said of e-mails',
};
