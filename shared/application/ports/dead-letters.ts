/** How many messages wait where what could not be done is set aside. */
export interface DeadLetterCount {
  /** What the queue is called in the stack: `AlertEventsDeadLetters`. */
  readonly queue: string;
  /** Null when it cannot be asked just now. */
  readonly waiting: number | null;
}

export interface DeadLetters {
  counts(): Promise<readonly DeadLetterCount[]>;
}
