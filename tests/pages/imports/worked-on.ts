/** A clinician records on a referral that an import brought in. */
import type { RowResult } from '../../../shared/domain/import/report.ts';
import { happened } from '../people/made-people.ts';
import type { RunningSite } from '../running-site.ts';

export async function workedOn(site: RunningSite, result: RowResult | undefined): Promise<void> {
  const { personId, referralId } = result ?? {};
  if (!personId || !referralId) throw new Error('The row brought nothing in');
  const kept = await site.deps.referrals.get('liverpool', { personId, referralId });
  if (kept === undefined) throw new Error('The referral is not there');
  const clinician = await site.signIn('clinician');
  await happened(site, clinician, kept, [site.today, { kind: 'noted', note: 'Rang the family' }]);
}
