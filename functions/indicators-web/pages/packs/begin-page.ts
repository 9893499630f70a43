/** A pack for a period that has none yet. */
import * as z from 'zod';
import { beginPack, listPacks, possiblePeriods } from '../../../../shared/application/board/packs.ts';
import { writing } from '../../../../shared/application/board/work-paper.ts';
import { periodSchema } from '../../../../shared/domain/board/period.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { packPath, packsPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';

export async function askBeginPage(visit: FiguresVisit): Promise<PageAnswer> {
  return askPage(visit, await flowOf(visit));
}
export async function saveBeginPage(visit: FiguresVisit): Promise<PageAnswer> {
  return answerPage(visit, await flowOf(visit));
}

async function flowOf(visit: FiguresVisit): Promise<FormFlow<{ readonly period: string }>> {
  const periods = possiblePeriods(visit.call, await listPacks(visit.deps, visit.call));
  return {
    form: {
      questions: [
        {
          kind: 'one-of',
          as: 'select',
          name: 'period',
          label: 'Month or quarter',
          hint: 'Quarters are of the financial year: quarter 1 is April to June',
          options: periods.map(({ code, name }) => ({ value: code, text: name })),
          missing: 'Select a month or a quarter',
        },
      ],
      schema: z.object({ period: periodSchema }),
    },
    title: 'Begin a board pack',
    backHref: packsPath,
    section: 'indicators',
    saveLabel: 'Begin the pack',
    async save({ period }, key) {
      await beginPack(visit.deps, writing(visit), period, key);
      return goTo(packPath(period));
    },
  };
}
