import * as z from 'zod';
import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import {
  beginPack,
  commentPack,
  listPacks,
  readEdition,
  readPack,
  reopenPack,
  signPack,
} from '../../../shared/application/board/packs.ts';
import { writing } from '../../../shared/application/board/work-paper.ts';
import { commentarySchema, copyHashSchema, sectionSchema } from '../../../shared/domain/board/board-pack.ts';
import { boardText } from '../../../shared/domain/board/board-text.ts';
import { periodSchema } from '../../../shared/domain/board/period.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { defineRoute, type RouteDefinition } from '../../../shared/http/api/route.ts';
import { packSummary, packSummarySchema, packWire, packWireSchema } from '../wire/pack.ts';

const tag = 'Board';
const path = '/v1/indicators/packs';
const params = z.strictObject({ period: periodSchema });

/** Fixes what a route of packs reaches the world through. */
function packRoute<P = Record<string, never>, B = undefined, R = unknown>(
  route: RouteDefinition<P, Record<string, never>, B, R, BoardDeps>,
) {
  return defineRoute(route);
}

export const packRoutes = [
  packRoute({
    method: 'GET',
    path,
    id: 'listBoardPacks',
    tag,
    summary: 'The board packs of your place, the latest period first',
    action: 'indicator.read',
    response: z.strictObject({ packs: z.array(packSummarySchema) }),
    async handle({ call }, deps) {
      return { body: { packs: (await listPacks(deps, call)).map(packSummary) } };
    },
  }),
  packRoute({
    method: 'POST',
    path,
    id: 'beginBoardPack',
    tag,
    summary: 'Begin the pack of a month, 2026-10, or of a quarter of the financial year, 2026-Q3',
    action: 'board.write',
    body: params,
    status: 201,
    response: packSummarySchema,
    async handle(asked, deps) {
      const pack = await beginPack(deps, writing(asked), asked.body.period, asked.key);
      return { body: packSummary(pack), version: pack.version };
    },
  }),
  packRoute({
    method: 'GET',
    path: `${path}/{period}`,
    id: 'readBoardPack',
    tag,
    summary: 'A pack with what it says as things stand: figures as released, whoever asks',
    action: 'indicator.read',
    params,
    response: packWireSchema,
    async handle({ params: { period }, call }, deps) {
      const read = await readPack(deps, call, period);
      return { body: packWire(read), version: read.pack.version };
    },
  }),
  packRoute({
    method: 'POST',
    path: `${path}/{period}/sections/{section}`,
    id: 'commentBoardPack',
    tag,
    summary: 'Write what is said of a section; empty takes it away',
    description:
      'Sections are `summary`, `equity`, `duties`, `priorities`, `risks`, and `queue-` with the code of a waiting list. `If-Match` takes the version of the pack that you read: it is refused only where this very section was written since.',
    action: 'board.write',
    precondition: 'idempotency-key-and-if-match',
    params: z.strictObject({ period: periodSchema, section: sectionSchema }),
    body: z.strictObject({ text: commentarySchema }),
    response: packSummarySchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const pack = await commentPack(deps, writing(asked), { ...held, ...body, seen, key });
      return { body: packSummary(pack), version: pack.version };
    },
  }),
  packRoute({
    method: 'POST',
    path: `${path}/{period}/sign`,
    id: 'signBoardPack',
    tag,
    summary: 'Sign what you have read; it is kept as a copy that never changes',
    action: 'board.sign',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: z.strictObject({ agreedOn: localDateSchema, contentHash: copyHashSchema }),
    response: packSummarySchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const pack = await signPack(deps, writing(asked), { ...held, ...body, seen, key });
      return { body: packSummary(pack), version: pack.version };
    },
  }),
  packRoute({
    method: 'POST',
    path: `${path}/{period}/issue-again`,
    id: 'reissueBoardPack',
    tag,
    summary: 'Begin the next edition of a signed pack, with the reason',
    action: 'board.write',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: z.strictObject({ reason: boardText('The reason', 1000) }),
    response: packSummarySchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const pack = await reopenPack(deps, writing(asked), { ...held, ...body, seen, key });
      return { body: packSummary(pack), version: pack.version };
    },
  }),
  packRoute({
    method: 'GET',
    path: `${path}/{period}/editions/{edition}`,
    id: 'readBoardPackEdition',
    tag,
    summary: 'A signed edition, byte for byte as it was signed',
    description:
      'Its SHA-256 is in the list of editions. The fields are those of `content`, with `edition`, `signed` and `replaces`.',
    action: 'indicator.read',
    params: z.strictObject({ period: periodSchema, edition: z.string().regex(/^[1-9]\d{0,2}$/) }),
    response: z.string(),
    async handle({ params: { period, edition }, call }, deps) {
      const { text } = await readEdition(deps, call, period, Number(edition));
      return { body: text };
    },
  }),
];
