/**
 * Spells of the four-week measure: referrals of one child at one provider that follow closely are one wait, from the first
 * receipt.
 */
import { daysBetween, type LocalDate, latest } from '../calendar/local-date.ts';
import type { ReferralState } from './state.ts';

/** The next referral belongs to the spell when it comes no more than this many days after the one before ended. */
export const spellGapDays = 5;

/** One referral as a spell sees it. */
export interface SpellPart {
  readonly referralId: string;
  readonly startOn: LocalDate;
  /** Absent while it is open. */
  readonly endOn?: LocalDate;
}

export interface Spell {
  readonly startOn: LocalDate;
  /** Absent while any of its referrals is open. */
  readonly endOn?: LocalDate;
  /** In the order they started. */
  readonly referralIds: readonly string[];
}

/** The part a referral plays, or undefined when no receipt of it stands. */
export function spellPartOf(referralId: string, state: ReferralState): SpellPart | undefined {
  const startOn = state.stamps.received;
  if (startOn === undefined) return undefined;
  return { referralId, startOn, ...(state.closed !== undefined && { endOn: state.closed.on }) };
}

/** Merges the referrals of one child at one provider into spells, earliest first. */
export function spellsOf(parts: readonly SpellPart[], gapDays = spellGapDays): readonly Spell[] {
  const spells: Spell[] = [];
  const inOrder = [...parts].sort((a, b) =>
    a.startOn === b.startOn ? (a.referralId < b.referralId ? -1 : 1) : a.startOn < b.startOn ? -1 : 1,
  );
  for (const part of inOrder) {
    const last = spells.at(-1);
    const joins = last !== undefined && (last.endOn === undefined || daysBetween(last.endOn, part.startOn) <= gapDays);
    if (joins) spells[spells.length - 1] = joined(last, part);
    else spells.push(joined({ startOn: part.startOn, endOn: part.startOn, referralIds: [] }, part));
  }
  return spells;
}

function joined(spell: Spell, part: SpellPart): Spell {
  const { startOn } = spell;
  const referralIds = [...spell.referralIds, part.referralId];
  if (spell.endOn === undefined || part.endOn === undefined) return { startOn, referralIds };
  return { startOn, endOn: latest(part.endOn, spell.endOn), referralIds };
}
