import * as z from 'zod';
import { findAbsent, namedReferralsSchema } from '../../../shared/application/import/absent.ts';
import { completeImport } from '../../../shared/application/import/complete-import.ts';
import { importRows, rowsSchema } from '../../../shared/application/import/import-rows.ts';
import { listImports, readImport } from '../../../shared/application/import/read-import.ts';
import { rehearsalSchema, rehearseRows } from '../../../shared/application/import/rehearse-rows.ts';
import { newImportSchema, startImport } from '../../../shared/application/import/start-import.ts';
import { undoImport } from '../../../shared/application/import/undo-import.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  absentSchema,
  importReportSchema,
  importReportWire,
  importWire,
  importWireSchema,
  rowAnswerSchema,
  rowAnswerWire,
  undoProgressSchema,
} from '../wire/import.ts';

const tag = 'Imports';
const params = z.strictObject({ importId: opaqueIdSchema });
const answersSchema = z.strictObject({ rows: z.array(rowAnswerSchema) });

export const importRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/imports',
    id: 'startImport',
    tag,
    summary: 'Start an import, or go on with it',
    description:
      'The same `Idempotency-Key` leads to the same import. Send the rows in batches next; the file itself is kept nowhere.',
    action: 'import.run',
    body: newImportSchema,
    status: 201,
    response: importWireSchema,
    async handle({ body, key, call }, deps) {
      const started = await startImport(deps, call, body, key);
      return { body: importWire(started), version: started.version, location: `/v1/imports/${started.id}` };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/imports',
    id: 'listImports',
    tag,
    summary: 'The latest imports, newest first',
    action: 'import.run',
    response: z.strictObject({ imports: z.array(importWireSchema) }),
    async handle({ call }, deps) {
      return { body: { imports: (await listImports(deps, call)).map(importWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/imports/dry-run',
    id: 'rehearseImport',
    tag,
    summary: 'What importing rows would come to',
    description:
      'Writes nothing. `earlier` are the rows of the file before these that share a referral id, an NHS number or a local id with them.',
    action: 'import.run',
    precondition: 'repeatable',
    body: rehearsalSchema,
    response: answersSchema.extend({ asAt: localDateSchema }),
    async handle({ body, call }, deps) {
      const { asAt, rows } = await rehearseRows(deps, call, body);
      return { body: { asAt, rows: rows.map(rowAnswerWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/imports/absent',
    id: 'findAbsentReferrals',
    tag,
    summary: 'Open referrals that a file does not name',
    description: 'For a dry run: an import says the same when it is completed. Changes nothing.',
    action: 'import.run',
    precondition: 'repeatable',
    body: namedReferralsSchema,
    response: absentSchema,
    async handle({ body, call }, deps) {
      return { body: { absent: [...(await findAbsent(deps, call, body))] } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/imports/{importId}',
    id: 'readImport',
    tag,
    summary: 'The report of an import',
    description: 'Rows are told by their record and line in the file; nothing that stood in a cell is kept.',
    action: 'import.run',
    params,
    response: importReportSchema,
    async handle({ params: { importId }, call }, deps) {
      const report = await readImport(deps, call, importId);
      return { body: importReportWire(report), version: report.import.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/imports/{importId}/batches',
    id: 'importRows',
    tag,
    summary: 'Bring up to 200 rows in',
    description: 'In the order of the file. Sent again, a batch comes to the same and nothing is done twice.',
    action: 'import.run',
    precondition: 'repeatable',
    params,
    body: z.strictObject({ rows: rowsSchema }),
    response: answersSchema,
    async handle({ params: { importId }, body, call }, deps) {
      return { body: { rows: (await importRows(deps, call, importId, body.rows)).map(rowAnswerWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/imports/{importId}/complete',
    id: 'completeImport',
    tag,
    summary: 'End an import whose rows are all in',
    description: 'Finds what is absent from the file and flags possible duplicates. Sent again, it comes to the same.',
    action: 'import.run',
    precondition: 'repeatable',
    params,
    response: importWireSchema,
    async handle({ params: { importId }, call }, deps) {
      const complete = await completeImport(deps, call, importId);
      return { body: importWire(complete), version: complete.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/imports/{importId}/undo',
    id: 'undoImport',
    tag,
    summary: 'Undo an import whole, a few batches a request',
    description: 'Ask again while `remaining` is not 0. What people have recorded on since is left, and listed.',
    action: 'import.undo',
    precondition: 'repeatable',
    params,
    response: undoProgressSchema,
    async handle({ params: { importId }, call }, deps) {
      const progress = await undoImport(deps, call, importId);
      const body = { import: importWire(progress.import), remaining: progress.remaining, kept: [...progress.kept] };
      return { body, version: progress.import.version };
    },
  }),
];
