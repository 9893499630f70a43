import * as z from 'zod';
import { writing } from '../../../shared/application/board/work-paper.ts';
import { listNotices, readNotice, workNotice, writeNotice } from '../../../shared/application/community/notices.ts';
import { boardText } from '../../../shared/domain/board/board-text.ts';
import { noticeContentSchema } from '../../../shared/domain/community/notice.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { noticeWire, noticeWireSchema } from '../wire/community.ts';
import { workRouteOf } from './paper-work.ts';

const tag = 'For families';
const params = z.strictObject({ noticeId: opaqueIdSchema });

const workRoute = workRouteOf({
  ...{ tag, at: '/v1/notices', param: 'noticeId' },
  ...{ response: noticeWireSchema, wire: noticeWire, work: workNotice },
});

export const noticeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/notices',
    id: 'listNotices',
    tag,
    summary: 'Notices of changes in services, the last begun first',
    action: 'community.read',
    response: z.strictObject({ notices: z.array(noticeWireSchema) }),
    async handle({ call }, deps) {
      return { body: { notices: (await listNotices(deps, call)).map(noticeWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/notices',
    id: 'writeNotice',
    tag,
    summary: 'Write a notice: a draft, until it is published',
    action: 'community.write',
    body: noticeContentSchema,
    status: 201,
    response: noticeWireSchema,
    async handle(asked, deps) {
      const notice = await writeNotice(deps, writing(asked), asked.body, asked.key);
      return { body: noticeWire(notice), version: notice.version, location: `/v1/notices/${notice.id}` };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/notices/{noticeId}',
    id: 'readNotice',
    tag,
    summary: 'A notice, whom it reached, and its history',
    action: 'community.read',
    params,
    response: noticeWireSchema,
    async handle({ params: { noticeId }, call }, deps) {
      const notice = await readNotice(deps, call, noticeId);
      return { body: noticeWire(notice), version: notice.version };
    },
  }),
  workRoute('draft', 'changeNotice', 'Change the draft', noticeContentSchema, (content) => ({
    ...{ kind: 'written', content },
  })),
  workRoute(
    'publish',
    'publishNotice',
    'Show it to families, and tell them by message if `isSent`. It cannot be changed after',
    z.strictObject({ isSent: z.boolean() }),
    ({ isSent }) => ({ kind: 'published', isSent }),
  ),
  workRoute(
    'withdraw',
    'withdrawNotice',
    'Show it no more, and send no more messages about it',
    z.strictObject({ reason: boardText('The reason', 500) }),
    ({ reason }) => ({ kind: 'withdrawn', reason }),
  ),
];
