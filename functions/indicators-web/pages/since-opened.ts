/** Forms about a paper that two people have open at once: the version travels with the form, and whoever is second sees what the first did. */
import type { Content } from '../../../shared/http/html/html.ts';
import { type Answers, type FormFlow, meanwhilePage } from '../../../shared/http/page/form-flow.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import type { FiguresVisit } from './parts.ts';

/** The hidden field with the version that was read. */
export const VERSION = 'version';

export async function versionSent(visit: FiguresVisit): Promise<number> {
  return Number((await visit.form()).get(VERSION)) || 0;
}

/** Every event of a paper is a version: those after the one that was seen are what changed. */
export function sinceOpened<T, E>(
  visit: FiguresVisit,
  flow: FormFlow<T>,
  answers: Answers,
  paper: { readonly version: number; readonly events: readonly E[] },
  seen: number,
  history: (events: readonly E[]) => Content,
): PageAnswer {
  const since = history(paper.events.slice(seen));
  return meanwhilePage(visit, flow, answers, { since, hidden: { [VERSION]: String(paper.version) } });
}
