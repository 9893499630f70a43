/** Opaque ids: 96 bits in base64url, 16 characters. */
export interface Ids {
  /** A new random id. */
  fresh(): string;
  /** The id that these parts always lead to, and that tells nothing of them: a keyed hash. */
  derived(...parts: readonly string[]): string;
}
