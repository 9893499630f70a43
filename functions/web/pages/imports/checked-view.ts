/** Draws what a dry run found: what the import will do, what is wrong and how to put it right, and the way to confirm it. */
import type { ImportAttempt } from '../../../../shared/application/import/import-attempt.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { countsOf, type ImportCounts } from '../../../../shared/domain/import/report.ts';
import { button, buttonGroup } from '../../../../shared/http/html/components/button.ts';
import { hiddenField, postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { momentInWords } from '../queues/as-at.ts';
import { importPath, reportPath } from './addresses.ts';
import { countsStrip, rejectedOf } from './counts-strip.ts';
import { type FileToImport, fileFields, fileInWords } from './file-to-import.ts';
import { choiceFields } from './import-choices.ts';
import { TOLD } from './parts.ts';
import { paceField } from './parts-view.ts';
import { rejectedRows } from './rejected-rows.ts';
import { flagCounts, heldRows } from './row-groups.ts';
import type { ToldRow } from './told-rows.ts';

export interface CheckedViewProps {
  readonly file: FileToImport;
  /** As it travels. */
  readonly told: readonly string[];
  readonly rows: readonly ToldRow[];
  readonly attempt: ImportAttempt;
  /** Open here and not in the file. */
  readonly absent: number;
}

export function checkedView(visit: ActingVisit, props: CheckedViewProps): Html {
  const { file, rows, attempt, absent } = props;
  const counts = countsOf(rows);
  return html`${pageHeading('What the import will do', fileInWords(file.choices, file.file))}<p>Nothing has been changed yet.</p>${before(attempt)}${countsStrip(
    counts,
  )}${rejected(visit, props, counts)}${heldRows(rows)}${absent > 0 && absentView(absent, file)}${flagCounts(rows)}${confirm(visit, props, counts)}`;
}

function before({ before: last }: ImportAttempt): Html | undefined {
  if (last === null) return undefined;
  const report = html`<a href="${reportPath(last.id)}">its report</a>`;
  const when = momentInWords(last.startedAt);
  if (last.state === 'running')
    return insetText(
      html`<p>You began to import this very file on ${when} and it was not finished (${report}). Import it now to go on: what is in is not brought in twice.</p>`,
    );
  return insetText(
    html`<p>You imported this very file on ${when}${last.state === 'undone' && ' and undid it'} (${report}). It can be imported again: what is the same stays as it is.</p>`,
  );
}

function rejected(visit: ActingVisit, { told, rows, file }: CheckedViewProps, counts: ImportCounts): Html | undefined {
  const total = rejectedOf(counts);
  if (total === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Rejected: ${counted(total, 'row')}</h2><p>These rows are left out. Put them right where the file comes from and bring them in with the next file; the other rows can go in now.</p>${rejectedRows(
    rows,
  )}${postForm({
    action: importPath,
    csrfToken: visit.session.formToken,
    hidden: { step: 'download', ...choiceFields(file.choices) },
    content: html`${told.map((one) => hiddenField(TOLD, one))}${button({ text: 'Download every row with what was found (CSV)', variant: 'secondary', small: true })}`,
  })}`;
}

function absentView(absent: number, { choices }: FileToImport): Html {
  return html`<h2 class="nhsuk-heading-m">Missing from the file: ${counted(absent, 'referral')}</h2><p>They came from <bdi>${choices.system}</bdi>, are open here, and the file of ${formatDate(choices.asAt)} does not have them. They keep their places. The report names them, so that somebody can find out what became of each.</p>`;
}

function confirm(visit: ActingVisit, { file, attempt }: CheckedViewProps, counts: ImportCounts): Html {
  const { created, updated, review } = counts;
  const text = created + updated + review === 0 ? 'Import the file, though nothing changes' : 'Import the file';
  return html`<h2 class="nhsuk-heading-m">Import it?</h2><p>${willDo(counts)} An import can be undone whole.</p>${postForm(
    {
      action: importPath,
      csrfToken: visit.session.formToken,
      hidden: { ...fileFields(file), key: attempt.key },
      content: html`${paceField}${buttonGroup(
        button({ text, name: 'step', value: 'run' }),
        button({ text: 'Change the columns', variant: 'secondary', name: 'step', value: 'change' }),
      )}`,
    },
  )}<p><a href="${importPath}">Do not import it</a></p>`;
}

function willDo({ created, updated, review }: ImportCounts): string {
  const parts = [
    created > 0 && `${counted(created, 'referral')} will be added`,
    updated > 0 && `${updated} will be updated`,
    review > 0 && `${counted(review, 'row')} will wait for somebody to decide`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'No row changes anything.' : `${parts.join(', ')}.`;
}
