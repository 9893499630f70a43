/** The words for risks and what happened to them. */
import {
  isOverdue,
  type Rating,
  type Risk,
  type RiskEvent,
  type RiskLevel,
  scoreOf,
} from '../../../../shared/domain/board/risk.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { type TagColour, tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

export const levelNames: Readonly<Record<RiskLevel, string>> = {
  group: 'Performance and Compliance Group',
  board: 'SEND Partnership Board',
};

export const eventNames: Readonly<Record<RiskEvent['kind'], string>> = {
  raised: 'Raised',
  changed: 'Described anew',
  escalated: 'Escalated to the SEND Partnership Board',
  closed: 'Closed',
};

export const likelihoods = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const;
export const impacts = ['Negligible', 'Minor', 'Moderate', 'Major', 'Catastrophic'] as const;

const ratingTags: Readonly<Record<Rating, { readonly text: string; readonly colour: TagColour }>> = {
  low: { text: 'Low', colour: 'green' },
  moderate: { text: 'Moderate', colour: 'yellow' },
  high: { text: 'High', colour: 'orange' },
  extreme: { text: 'Extreme', colour: 'red' },
};

export function scoreView(scored: Parameters<typeof scoreOf>[0]): Html {
  const { score, rating } = scoreOf(scored);
  return html`${score} ${tag(ratingTags[rating])}`;
}

export function overdueTag(risk: Pick<Risk, 'isOpen' | 'details'>, today: LocalDate): Html | undefined {
  return isOverdue(risk, today) ? tag({ text: 'Overdue', colour: 'red' }) : undefined;
}
