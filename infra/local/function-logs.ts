/** One line of a function's log. */
export interface LogLine {
  readonly label: string;
  readonly line: string;
}

/** Lines kept of all functions together. */
const KEPT = 5_000;

/** The last lines that functions wrote. */
export class FunctionLogs {
  readonly #lines: LogLine[] = [];
  readonly #tell: (label: string, line: string) => void;

  /** @param tell told of each line as it comes */
  constructor(tell: (label: string, line: string) => void = () => undefined) {
    this.#tell = tell;
  }

  /** Keeps a line of the function of this label. */
  add(label: string, line: string): void {
    this.#lines.push({ label, line });
    if (this.#lines.length > KEPT) this.#lines.shift();
    this.#tell(label, line);
  }

  get lines(): readonly LogLine[] {
    return [...this.#lines];
  }
}
