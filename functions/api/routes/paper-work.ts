/** How staff work what a place writes for families: help, notices, events, questionnaires. Each route does one kind of work on the version seen. */
import * as z from 'zod';
import { type WritingCall, writing } from '../../../shared/application/board/work-paper.ts';
import type { Call } from '../../../shared/application/call.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

interface PaperKind<W, P, R> {
  readonly tag: string;
  /** Where the papers are: `/v1/notices`. */
  readonly at: `/${string}`;
  /** The name of a paper's id in the address: `noticeId`. */
  readonly param: string;
  readonly response: z.ZodType<R>;
  readonly wire: (paper: P, call: Call) => R;
  readonly work: (
    deps: Deps,
    call: WritingCall,
    asked: { readonly id: string; readonly seen: number; readonly key: string; readonly work: W },
  ) => Promise<P>;
}

/** The maker of a kind's routes: `POST {at}/{id}/{path}`, each with its body and the work that follows from it. */
export function workRouteOf<W, P extends { readonly version: number }, R>(kind: PaperKind<W, P, R>) {
  return <B>(path: string, id: string, summary: string, body: z.ZodType<B>, workOf: (body: B) => W) =>
    defineRoute({
      method: 'POST',
      path: `${kind.at}/{${kind.param}}/${path}`,
      id,
      tag: kind.tag,
      summary,
      action: 'community.write',
      precondition: 'idempotency-key-and-if-match',
      params: z.strictObject({ [kind.param]: opaqueIdSchema }),
      body,
      response: kind.response,
      async handle(asked, deps) {
        const { params, seen, key } = asked;
        const work = workOf(asked.body);
        const paper = await kind.work(deps, writing(asked), { id: params[kind.param] ?? '', seen, key, work });
        return { body: kind.wire(paper, asked.call), version: paper.version };
      },
    });
}
