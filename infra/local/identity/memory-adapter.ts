import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Machine's clock, milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Things kept of one kind; the oldest go first, so that an identity provider that runs for weeks stays small. */
const KEPT = 10_000;

/** Keeps sessions, codes and tokens in memory: whoever was signed in when the local cloud stopped signs in again. */
export class MemoryAdapter implements Adapter {
  readonly #kept = new Map<string, Kept>();

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.#kept.delete(id);
    this.#kept.set(id, { payload, expiresAt: Date.now() + (expiresIn || Number.POSITIVE_INFINITY) * 1_000 });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.#kept.get(id);
    if (found && found.expiresAt > Date.now()) return found.payload;
    this.#kept.delete(id);
    return undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#where((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#where((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const found = this.#kept.get(id);
    if (found) found.payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id);
  }

  #where(test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const { payload, expiresAt } of this.#kept.values()) {
      if (expiresAt > Date.now() && test(payload)) return payload;
    }
    return undefined;
  }
}
