/** Which column of the file holds which fact: a guess, or what was confirmed last time, for somebody to look at. */
import { keepMapping, suggestMapping } from '../../../../shared/application/import/column-mapping.ts';
import type { ColumnMapping } from '../../../../shared/domain/import/columns.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import { type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { beginCheck } from './check-page.ts';
import { type ChosenFile, carriedFile } from './chosen-file.ts';
import { chosenMapping, guessedColumns, readColumns } from './columns-form.ts';
import { columnsView } from './columns-view.ts';
import { carriedMapping } from './file-to-import.ts';
import { carriedChoices, type ImportChoices } from './import-choices.ts';

const frame = { title: 'Columns of the file', section: 'import' } as const;

export async function columnsPage(visit: ActingVisit, choices: ImportChoices, file: ChosenFile): Promise<PageAnswer> {
  const { mapping, confirmed } = await suggestMapping(visit.deps, visit.call, choices.system, file.csv.headings);
  return page({ ...frame, content: drawn(visit, choices, file, mapping, confirmed ? 'as-last-time' : 'guessed') });
}

/** The columns again, as they were confirmed. */
export async function columnsAgain(visit: ActingVisit): Promise<PageAnswer> {
  const { body, choices, file } = await carried(visit);
  return page({ ...frame, content: drawn(visit, choices, file, carriedMapping(body), 'chosen') });
}

/** The columns as they were answered: the file is checked, or the page comes back with what is wrong. */
export async function columnsSent(visit: ActingVisit): Promise<PageAnswer> {
  const { body, choices, file } = await carried(visit);
  const columns = readColumns(body, file.csv.headings);
  const chosen = chosenMapping(file.csv.headings, columns);
  if ('errors' in chosen) {
    const content = columnsView(visit, { choices, file, columns, errors: chosen.errors, known: 'chosen' });
    return refusedPage({ ...frame, content });
  }
  await keepMapping(visit.deps, visit.call, choices.system, chosen.mapping);
  return beginCheck(visit, { choices, file, mapping: chosen.mapping });
}

async function carried(visit: ActingVisit): Promise<{ body: FormBody; choices: ImportChoices; file: ChosenFile }> {
  const body = await visit.form();
  return { body, choices: carriedChoices(body), file: carriedFile(body) };
}

function drawn(
  visit: ActingVisit,
  choices: ImportChoices,
  file: ChosenFile,
  mapping: ColumnMapping,
  known: 'as-last-time' | 'guessed' | 'chosen',
) {
  const columns = guessedColumns(file.csv.headings, mapping);
  return columnsView(visit, { choices, file, columns, errors: [], known });
}
