import type { Redriven } from '../../shared/application/redrive/redrive.ts';
import { counted } from '../../shared/domain/calendar/weeks.ts';

/** What is said of a redrive, and whether it did what was asked. */
export function saidOf(redriven: Redriven, asked: string): { readonly text: string; readonly isDone: boolean } {
  switch (redriven.kind) {
    case 'not-found':
      return { text: `No queue here has '${asked}' in its name.`, isDone: false };
    case 'several':
      return {
        text: `Several queues are called that; say more of the name:\n  ${redriven.queues.map(nameOf).join('\n  ')}`,
        isDone: false,
      };
    case 'no-source':
      return {
        text: `${counted(redriven.waiting, 'message')} in ${nameOf(redriven.queue)}. No queue leads back from there: docs/operations.md, "Dead letters", says what to do.`,
        isDone: redriven.waiting === 0,
      };
    case 'looked':
      return {
        text: `${counted(redriven.waiting, 'message')} in ${nameOf(redriven.queue)} would go back to ${nameOf(redriven.source)}.`,
        isDone: true,
      };
    case 'redriven':
      return {
        text: `${counted(redriven.moved, 'message')} went back from ${nameOf(redriven.queue)} to ${nameOf(redriven.source)}.`,
        isDone: true,
      };
  }
}

function nameOf(url: string): string {
  return url.split('/').at(-1) ?? url;
}
