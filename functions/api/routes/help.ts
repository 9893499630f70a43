import * as z from 'zod';
import { writing } from '../../../shared/application/board/work-paper.ts';
import { type Call, todayOf } from '../../../shared/application/call.ts';
import { listHelp, readHelp, workHelp, writeHelp } from '../../../shared/application/community/help.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { type Help, helpContentSchema } from '../../../shared/domain/community/help.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { helpWire, helpWireSchema } from '../wire/community.ts';
import { workRouteOf } from './paper-work.ts';

const tag = 'For families';
const params = z.strictObject({ helpId: opaqueIdSchema });
const nothing = z.strictObject({});
const reviewSchema = z.strictObject({ reviewBy: localDateSchema });

const workRoute = workRouteOf({
  ...{ tag, at: '/v1/help', param: 'helpId' },
  ...{ response: helpWireSchema, wire: (help: Help, call: Call) => helpWire(help, todayOf(call)), work: workHelp },
});

export const helpRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/help',
    id: 'listHelp',
    tag,
    summary: 'Help while waiting, in the order in which families read it',
    action: 'community.read',
    response: z.strictObject({ help: z.array(helpWireSchema) }),
    async handle({ call }, deps) {
      const all = await listHelp(deps, call);
      return { body: { help: all.map((help) => helpWire(help, todayOf(call))) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/help',
    id: 'writeHelp',
    tag,
    summary: 'Write help while waiting: a draft, until it is published',
    action: 'community.write',
    body: helpContentSchema,
    status: 201,
    response: helpWireSchema,
    async handle(asked, deps) {
      const { body, key, call } = asked;
      const help = await writeHelp(deps, writing(asked), body, key);
      return { body: helpWire(help, todayOf(call)), version: help.version, location: `/v1/help/${help.id}` };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/help/{helpId}',
    id: 'readHelp',
    tag,
    summary: 'Help while waiting with its editions and its history',
    action: 'community.read',
    params,
    response: helpWireSchema,
    async handle({ params: { helpId }, call }, deps) {
      const help = await readHelp(deps, call, helpId);
      return { body: helpWire(help, todayOf(call)), version: help.version };
    },
  }),
  workRoute('draft', 'changeHelp', 'Change the draft', helpContentSchema, (content) => ({ kind: 'written', content })),
  workRoute('publish', 'publishHelp', 'Have families read the draft', reviewSchema, ({ reviewBy }) => ({
    ...{ kind: 'published', reviewBy },
  })),
  workRoute('review', 'reviewHelp', 'Say that it is still right, and when to look again', reviewSchema, (body) => ({
    ...{ kind: 'reviewed', reviewBy: body.reviewBy },
  })),
  workRoute('withdraw', 'withdrawHelp', 'Show it to families no more', nothing, () => ({ kind: 'withdrawn' })),
  workRoute(
    'restore',
    'restoreHelp',
    'Take an edition back into the draft',
    z.strictObject({ edition: z.int().min(1) }),
    ({ edition }) => ({ kind: 'restored', edition }),
  ),
];
