import type { ClockEndReason } from '../../referral/state.ts';

/** What each reason for leaving a list is called where people read figures, in the order in which they are told. */
export const removalWords: Readonly<Record<ClockEndReason, string>> = {
  seen: 'Seen',
  'active-monitoring': 'Active monitoring',
  'decision-not-to-treat': 'Decision not to treat',
  declined: 'Declined by the family',
  'transferred-right-to-choose': 'Transferred under Right to Choose',
  'discharged-unseen': 'Discharged unseen',
  moved: 'Moved away',
  died: 'Died',
  'no-information': 'Closed without information',
  rejected: 'Not accepted',
  nullified: 'Clock nullified',
  'no-longer-needed': 'No longer needed',
};
