import { describe, expect, it } from 'vitest';
import { clockFamilies } from '../../../shared/domain/referral/clock-families/clock-families.ts';
import { clockFamilyCodes } from '../../../shared/domain/referral/clock-family.ts';
import { type ReferralEventKind, referralEventKinds } from '../../../shared/domain/referral/event.ts';

/** The table of event effects: S start, X stop seen, R stop removed, N nullify, C component, E earlier start, B back to life, - none. */
const letters = {
  start: 'S',
  'start-earlier': 'E',
  seen: 'X',
  removed: 'R',
  nullify: 'N',
  restore: 'B',
  component: 'C',
  none: '-',
} as const;

const table: Record<ReferralEventKind, string> = {
  //                      RTT CHS ASD ADHD four-week; n: not used
  received: 'SSSSS',
  'booked-directly': 'SSSSS',
  'triage-accepted': '-----',
  'returned-for-information': '-----',
  'information-received': 'SSSSS',
  rejected: 'NNNNN',
  'appointment-offered': '-----',
  'offer-declined': '-----',
  'appointment-booked': '-----',
  'appointment-cancelled': '-----',
  'appointment-missed': 'N----',
  'new-date-agreed': 'S----',
  'family-contacted': '-----',
  'missed-appointments-reviewed': '-----',
  contact: '-X--C',
  'baseline-measured': '----C',
  'plan-or-intervention': '----C',
  'assessment-started': '--XXC',
  'outcome-decided': '-----',
  'family-informed': '-----',
  'treatment-started': 'X---C',
  'active-monitoring-started': 'R----',
  'decision-to-treat': 'Snnnn',
  'decision-not-to-treat': 'RRRRR',
  'declined-by-family': 'RRRRR',
  transferred: '-----',
  'right-to-choose-accepted': 'RRRRR',
  discharged: 'RRRRR',
  reinstated: 'BBBBB',
  'moved-into-area': '-----',
  retiered: '-----',
  'linked-duplicate': 'EEEEE',
  transition: '-----',
  assigned: '-----',
  noted: '-----',
  'recorded-in-error': '-----',
};

describe('the table of what each event does to each clock', () => {
  it.each(referralEventKinds)('%s', (kind) => {
    const families = ['RTT', 'CHS', 'ASD', 'ADHD', 'FOUR-WEEK'] as const;
    const found = families.map((code) => {
      const { effect, used } = clockFamilies[code].effects[kind];
      return used ? letters[effect] : 'n';
    });
    expect(found.join('')).toBe(table[kind]);
  });

  it('every line says its rule and where it comes from', () => {
    for (const code of clockFamilyCodes) {
      expect(clockFamilies[code].code).toBe(code);
      for (const { rule, source, when, otherwise, effect, endReason } of Object.values(clockFamilies[code].effects)) {
        expect(rule).toMatch(/^[A-Z].{10,}/);
        expect(source).not.toBe('');
        if (when !== 'always') expect(otherwise).toMatch(/^[A-Z].{10,}/);
        expect(endReason !== undefined).toBe(effect === 'removed' || effect === 'nullify');
      }
    }
  });
});
