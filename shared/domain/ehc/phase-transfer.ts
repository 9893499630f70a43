/** A plan must be right before its holder moves to another phase of education: the day is set by the calendar (domain.md 6). */
import { addDays, addMonths, dateOfParts, type LocalDate, partsOf } from '../calendar/local-date.ts';

/** The moves that the regulations know. */
export const phaseMoves = [
  'early-years-to-school',
  'infant-to-junior',
  'primary-to-middle',
  'primary-to-secondary',
  'middle-to-secondary',
  'secondary-to-post-16',
  'between-post-16',
] as const;
export type PhaseMove = (typeof phaseMoves)[number];

/**
 * The last day on which the amended plan is final in time: 15 February of the calendar year of the move, 31 March for a move from
 * secondary school to post-16, five months ahead between post-16 institutions. Regulation 18 says "before": the day
 * itself is counted as met.
 */
export function transferPlanBy(move: PhaseMove, movesOn: LocalDate): LocalDate {
  const { year } = partsOf(movesOn);
  if (move === 'between-post-16') return addMonths(movesOn, -5);
  const [month, day] = move === 'secondary-to-post-16' ? [3, 31] : [2, 15];
  const by = dateOfParts(year, month, day);
  if (by === undefined) throw new RangeError('The date of the move is outside the years that can be worked out');
  return by;
}

/** The first day on which the authority is chased: the day before the last, so that "before" can still be kept. */
export function chaseTransferFrom(by: LocalDate): LocalDate {
  return addDays(by, -1);
}
