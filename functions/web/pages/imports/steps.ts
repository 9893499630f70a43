/**
 * The steps of an import before it has a report. Each is a form sent to one address that tells which step it is: the file
 * travels in the form, so that no step can be come to by an address alone.
 */
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { importPath } from './addresses.ts';
import { checkDownload, checkSent } from './check-page.ts';
import { columnsAgain, columnsSent } from './columns-page.ts';
import { runSent } from './run-page.ts';
import { fileSent } from './start-page.ts';

const steps: Readonly<Record<string, (visit: ActingVisit) => Promise<PageAnswer>>> = {
  file: fileSent,
  columns: columnsSent,
  change: columnsAgain,
  check: checkSent,
  download: checkDownload,
  run: runSent,
};

export async function stepSent(visit: ActingVisit): Promise<PageAnswer> {
  const step = steps[(await visit.form()).get('step')];
  return step === undefined ? goTo(importPath) : step(visit);
}
