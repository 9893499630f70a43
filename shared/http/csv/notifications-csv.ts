import type { NotificationAnswer } from '../../application/care-assessment/work-notifications.ts';
import { notificationColumns } from '../../domain/care-assessment/notification-file/columns.ts';
import { notTakenCsv } from './file-csv.ts';
import type { CsvFile } from './read-csv.ts';

/** The rows of notifications that were not taken, rejected or to be decided, as they stood in the file, each with what to do. */
export function notTakenNotificationsCsv(csv: CsvFile, answers: readonly NotificationAnswer[]): string {
  const told = answers.flatMap(({ record, faults, review }) => {
    const all = [...faults, ...(review === null ? [] : [review])];
    const what = all.map(({ field, fix }) => `${notificationColumns[field].heading}: ${fix}`).join('. ');
    return all.length === 0 ? [] : [[record, what] as const];
  });
  return notTakenCsv(csv, new Map(told));
}
