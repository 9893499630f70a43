import type { ExportedHealthCheck } from '../../application/health-checks/export-health-checks.ts';
import type { PracticeAnswer } from '../../application/health-checks/work-practice-file.ts';
import { practiceColumns, practiceFields } from '../../domain/health-check/practice-file/columns.ts';
import { notTakenCsv, writtenCsv } from './file-csv.ts';
import type { CsvFile } from './read-csv.ts';

/** Told, and not read again. */
const told = ['Forename', 'Status', 'Next Check Due', 'Invitation', 'Year Missed'] as const;

/** Health check records as a practice's file. */
export function practiceCsv(records: readonly ExportedHealthCheck[]): string {
  const rows = records.map(({ cells, row }) => [
    ...practiceFields.map((field) => cells[field]),
    row.givenName,
    row.status,
    row.due ?? '',
    row.facts.step,
    row.missedYear ?? '',
  ]);
  const headings = [...practiceFields.map((field) => practiceColumns[field].heading), ...told];
  return writtenCsv(headings, rows);
}

/** The rows of a file that were not taken, as they stood in it, each with what is wrong and what to do. */
export function rejectedPracticeCsv(csv: CsvFile, answers: readonly PracticeAnswer[]): string {
  const refused = answers.filter(({ faults }) => faults.length > 0);
  const what = ({ faults }: PracticeAnswer) =>
    faults.map(({ field, fix }) => `${practiceColumns[field].heading}: ${fix}`).join('. ');
  return notTakenCsv(csv, new Map(refused.map((answer) => [answer.record, what(answer)])));
}
