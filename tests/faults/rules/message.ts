/** By when what a family wrote is read and answered: what the service promises families, and the law of complaints and records. */
import { afterMonths, afterWorkingDays } from '../calendar.ts';
import { before, type Due, dueOf } from './due.ts';

export const topics = ['worse', 'complaint', 'copy-of-record', 'still-needed'] as const;

export interface MessageFacts {
  readonly of: 'family-message';
  readonly topic: (typeof topics)[number];
  readonly service: string;
  readonly sent: number;
  readonly isRead: boolean;
  readonly isAnswered: boolean;
  readonly isClosed: boolean;
}

export function messageDues({ topic, sent, isRead, isAnswered, isClosed }: MessageFacts): readonly Due[] {
  if (isClosed) return [];
  const dues: Due[] = [];
  const owe = (kind: string, due: number) => dues.push(dueOf(kind, sent, before(due, 1, 0)));
  if (!isRead) owe('family-message-read', afterWorkingDays(sent, 2));
  // That a child still waits needs no answer.
  if (!isAnswered && topic !== 'still-needed') owe('family-message-answer', answerBy(topic, sent));
  return dues;
}

function answerBy(topic: MessageFacts['topic'], sent: number): number {
  if (topic === 'complaint') return afterWorkingDays(sent, 3);
  return topic === 'copy-of-record' ? afterMonths(sent, 1) : afterWorkingDays(sent, 10);
}
