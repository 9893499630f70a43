/** Turns where a page ended into text for a client, sealed: a client can neither read nor alter it. */
export interface Cursors {
  /** @param scope what the cursor may be used for: it opens only under the same scope. */
  seal(scope: string, position: unknown): string;
  /** @throws `invalid` `cursor-unknown` when it was not sealed here under this scope. */
  open(scope: string, cursor: string): unknown;
}
