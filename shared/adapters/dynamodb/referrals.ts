import type { Referrals } from '../../application/ports/referrals.ts';
import { conflict, stale } from '../../domain/error.ts';
import { referralKey } from './keys.ts';
import { keptReferralOf, referralItem } from './stored-referral.ts';
import type { TableAccess } from './table-access.ts';

/** Referrals in the records table: one item each, with its history and its place in its queue. */
export function referralsInTable(records: TableAccess): Referrals {
  return {
    async get(place, key) {
      const item = await records.get(referralKey(place, key));
      return item === undefined ? undefined : keptReferralOf(item);
    },

    async many(place, keys) {
      return (await records.many(keys.map((key) => referralKey(place, key)))).map(keptReferralOf);
    },

    async create(referral, entry) {
      const put = await records.put(referralItem(referral, entry), 'absent');
      if (!put) throw conflict('already-there', 'There is such a referral already');
    },

    async save(referral, entry, decidedOn) {
      const put = await records.put(referralItem(referral, entry), { version: decidedOn });
      if (!put) throw stale('changed-since', 'This referral has been changed since you read it');
    },
  };
}
