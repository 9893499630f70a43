/** Conditions kept: the service has a few dozen, times the versions they name. */
const KEPT = 2_000;

/** The members of a request that make up its condition. */
const MEMBERS = ['ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'] as const;

/**
 * Conditions that were parsed before. dynalite's parser takes longer over `attribute_not_exists(pk)` than everything else
 * in a put together, and a service repeats itself. Only conditions found valid are kept, so a refusal is always dynalite's.
 */
export class ParsedConditions {
  readonly #parsed = new Map<string, unknown>();

  /**
   * Takes a known condition out of a request's data, so that it is not parsed again.
   *
   * @returns what puts the parsed condition into the data once that was checked: the known one's, or the one just parsed
   */
  take(data: Record<string, unknown>): () => void {
    if (data['ConditionExpression'] === undefined || data['Expected'] !== undefined) return () => {};
    const key = JSON.stringify(MEMBERS.map((member) => data[member]));
    const known = this.#parsed.get(key);
    if (known === undefined) {
      return () => {
        const oldest = this.#parsed.keys().next();
        if (this.#parsed.size >= KEPT && oldest.done !== true) this.#parsed.delete(oldest.value);
        this.#parsed.set(key, data['_condition']);
      };
    }
    for (const member of MEMBERS) delete data[member];
    return () => {
      data['_condition'] = known;
    };
  }
}
