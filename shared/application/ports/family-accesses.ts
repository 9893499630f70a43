import type { FamilyAccess } from '../../domain/access/family-access.ts';

/** Who in a family may see whose record, child by child. */
export interface FamilyAccesses {
  /** As last written; undefined where nobody was ever invited. */
  get(place: string, personId: string): Promise<FamilyAccess | undefined>;
  /** Keeps the next version. @throws `stale` `changed-since` when somebody else was first. */
  save(access: FamilyAccess): Promise<void>;
}
