/** What must be closed when a start fails half way, or at the end: the last opened first. */
export class Closers {
  readonly #closers: (() => Promise<void> | void)[] = [];
  #closing: Promise<void> | undefined;

  /** Opens something, and remembers how to close it. */
  async open<T>(opening: Promise<T> | T, close: (opened: T) => Promise<void> | void): Promise<T> {
    const opened = await opening;
    this.#closers.push(() => close(opened));
    return opened;
  }

  /** Closes everything, once; one that fails does not keep the others open. @throws the first failure */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closers.toReversed()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
