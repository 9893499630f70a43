/** What every step of a bulk change is about. */
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { BulkKind } from './bulk-kinds.ts';
import type { ListQuery } from './list-query.ts';

export interface BulkContext {
  readonly visit: ActingVisit;
  readonly queue: QueuePolicy;
  readonly kind: BulkKind;
  /** The list that it began at: where it leads back to. */
  readonly list: ListQuery;
}
