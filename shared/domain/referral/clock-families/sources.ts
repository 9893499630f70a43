/** Where the rules of the clocks come from, as the explanation of a wait names them. */
export const sources = {
  waitingTimes: 'NHS.uk, guide to NHS waiting times in England',
  referralToTreatment: 'NHS England, referral to treatment rules suite',
  community: 'NHS England, community health services waiting lists',
  autism: 'NICE quality standard 51, statement 1',
  autismStatistics: 'NHS England, autism waiting time statistics',
  fourWeeks: 'NHS England, published code of the four-week measure',
  dayCount: 'NHS England, published code of the national data sets: days between two dates',
  localPolicy: 'Local access policy',
  nationalPractice: 'NHS recording practice',
} as const;
