/** Where an import begins: the file, where it comes from and which day it speaks of; and what was imported before. */
import { listImports } from '../../../../shared/application/import/read-import.ts';
import { USUAL_SYSTEM } from '../../../../shared/domain/import/import.ts';
import { checkForm, type FormError } from '../../../../shared/http/page/form.ts';
import { type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { typedIn } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { chosenFile } from './chosen-file.ts';
import { columnsPage } from './columns-page.ts';
import { choicesForm, firstChoices } from './import-choices.ts';
import { startView } from './start-view.ts';

const frame = { title: 'Import a file', section: 'import' } as const;

export async function startPage(visit: ActingVisit): Promise<PageAnswer> {
  const imports = await listImports(visit.deps, visit.call);
  const typed = firstChoices(imports[0]?.system ?? USUAL_SYSTEM, visit.today);
  return page({ ...frame, content: startView(visit, { imports, typed, errors: [], file: null }) });
}

/** The form as it was sent: its file with the columns to look at, or the form again with what is wrong. */
export async function fileSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const form = choicesForm(visit.today);
  const typed = typedIn(body, form.questions);
  const checked = checkForm(form, typed);
  const choice = await chosenFile(body);
  const errors: FormError[] = [
    ...('fault' in choice ? [{ question: 'upload', message: choice.fault }] : []),
    ...('errors' in checked ? checked.errors : []),
  ];
  if ('value' in checked && 'file' in choice) return columnsPage(visit, checked.value, choice.file);
  const imports = await listImports(visit.deps, visit.call);
  const file = 'file' in choice ? choice.file : null;
  return refusedPage({ ...frame, content: startView(visit, { imports, typed, errors, file }) });
}
