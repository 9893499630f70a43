/** How good advice is, by a checklist of our own. A score apart: it never touches timeliness, nor does that touch it. */
import { percentage } from '../number/proportion.ts';

/** What good advice does, each answerable from its text alone. */
export const qualityItems = [
  'needs-described',
  'provision-specific',
  'outcomes-measurable',
  'child-view-included',
  'evidence-recent',
  'plain-language',
  'author-qualified',
] as const;
export type QualityItem = (typeof qualityItems)[number];

/** How far an item is met. `not-applicable` counts on neither side. */
export const qualityAnswers = ['met', 'partly', 'not-met', 'not-applicable'] as const;
export type QualityAnswer = (typeof qualityAnswers)[number];

export type QualityChecklist = Readonly<Record<QualityItem, QualityAnswer>>;

const halves: Readonly<Record<QualityAnswer, number | null>> = {
  met: 2,
  partly: 1,
  'not-met': 0,
  'not-applicable': null,
};

/** The score as a percentage to one decimal place: met is 1, partly is a half; null when nothing applies. */
export function qualityScore(checklist: QualityChecklist): number | null {
  const answered = qualityItems.flatMap((item) => halves[checklist[item]] ?? []);
  const sum = answered.reduce<number>((so, half) => so + half, 0);
  return percentage(sum, 2 * answered.length);
}
