/** Publishing, and saying that what is published is still right: both with the day on which somebody looks again. */
import * as z from 'zod';
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readHelp, workHelp } from '../../../../../shared/application/community/help.ts';
import { addMonths, type LocalDate, localDateSchema } from '../../../../../shared/domain/calendar/local-date.ts';
import { type Help, latestContent } from '../../../../../shared/domain/community/help.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { FormFlow } from '../../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { helpPath, workPath } from '../addresses.ts';
import { readingView, typedDay, workPages } from '../parts.ts';
import { helpHistory } from './help-words.ts';

interface Reviewed {
  readonly reviewBy: LocalDate;
}

/** Months until the next look, where nobody says otherwise. */
const USUAL_MONTHS = 6;

const kinds = [
  { path: 'publish', kind: 'published', title: 'Publish to families', saveLabel: 'Publish' },
  { path: 'review', kind: 'reviewed', title: 'It is still right', saveLabel: 'Save the review date' },
] as const;

export const reviewRoutes: readonly PageRoute[] = kinds.flatMap((kind) =>
  workPages(
    workPath(helpPath('{helpId}'), kind.path),
    ({ deps, call, params }) => readHelp(deps, call, params['helpId'] ?? ''),
    (visit, help, seen) => flowOf(visit, kind, help, seen),
    helpHistory,
  ),
);

function flowOf(
  visit: ActingVisit,
  { kind, title, saveLabel }: (typeof kinds)[number],
  help: Help,
  seen: number,
): FormFlow<Reviewed> {
  const content = latestContent(help);
  return {
    form: {
      questions: [
        {
          kind: 'date',
          name: 'reviewBy',
          label: 'When should somebody look at it again?',
          hint: 'A day in the next 12 months, for example 27 5 2027',
          missing: 'Enter the day on which to look again',
        },
      ],
      schema: z.object({ reviewBy: localDateSchema }),
    },
    title,
    above: html`<p><strong><bdi>${content.title}</bdi></strong></p>`,
    backHref: helpPath(help.id),
    start: typedDay('reviewBy', addMonths(visit.today, USUAL_MONTHS)),
    saveLabel,
    warning: () => readingView(content.title, content.text),
    async save({ reviewBy }, key) {
      await workHelp(visit.deps, writing(visit), { id: help.id, seen, key, work: { kind, reviewBy } });
      return goTo(`${helpPath(help.id)}?done=${kind}`);
    },
  };
}
