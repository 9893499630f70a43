/** The rows of a list as a file, with the columns of an extract: it can be imported again. */

import { queueOf } from '../../../../shared/application/policy/place-policy.ts';
import { exportQueue } from '../../../../shared/application/queue/export-queue.ts';
import { extractCsv } from '../../../../shared/http/csv/extract-csv.ts';
import { fileAnswer, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { assigneeOf, questionOf, readListQuery } from './list-query.ts';

export async function downloadPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readListQuery(visit.query);
  const queue = queueOf(visit.policy, visit.params['queue'] ?? '');
  const assignee = assigneeOf(query, visit.deps.cursors, visit.staff.name);
  const { records } = await exportQueue(visit.deps, visit.call, questionOf(query, queue, assignee));
  return fileAnswer(`${queue.code.toLowerCase()}-${visit.today}.csv`, 'text/csv; charset=utf-8', extractCsv(records));
}
