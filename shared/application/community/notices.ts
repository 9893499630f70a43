/** Notices of changes in services, for staff: written, published, withdrawn. */
import {
  type Notice,
  type NoticeContent,
  type NoticeWork,
  newNotice,
  workedNotice,
} from '../../domain/community/notice.ts';
import { notFound } from '../../domain/error.ts';
import type { PaperChange, WritingCall } from '../board/work-paper.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { mayRead, type PaperKind, queuesAreKnown, readPaper, type WritingDeps, work, writeNew } from './write-paper.ts';

const kindOf = ({ community }: Pick<Deps, 'community'>): PaperKind<Notice> => ({
  name: 'notice',
  papers: community.notices,
  absent: noticeNotFound,
});

/** All of a place, the last begun first. @throws `forbidden`. */
export async function listNotices(deps: Pick<Deps, 'community'>, call: Call): Promise<readonly Notice[]> {
  mayRead(call, noticeNotFound);
  const all = await deps.community.notices.list(call.actor.place);
  return all.toSorted((a, b) => (begun(a) > begun(b) ? -1 : 1));
}

/** @throws `not-found` `notice-not-found`; `forbidden`. */
export function readNotice(deps: Pick<Deps, 'community'>, call: Call, id: string): Promise<Notice> {
  return readPaper(kindOf(deps), call, id);
}

/** @throws `invalid` `queue-unknown`, `until-day`, `idempotency-key-reused`; `forbidden`. */
export function writeNotice(
  deps: WritingDeps,
  call: WritingCall,
  content: NoticeContent,
  key: string,
): Promise<Notice> {
  return writeNew(deps, call, kindOf(deps), content, key, (of, recorded) =>
    newNotice(of, content, recorded, todayOf(call)),
  );
}

/** @throws as {@link workedNotice}; `invalid` `queue-unknown`; `stale`; `not-found`; `forbidden`. */
export async function workNotice(
  deps: WritingDeps,
  call: WritingCall,
  asked: PaperChange & { readonly id: string; readonly work: NoticeWork },
): Promise<Notice> {
  if (asked.work.kind === 'written') await queuesAreKnown(deps, call, asked.work.content);
  return work(deps, call, kindOf(deps), asked, (notice, recorded) =>
    workedNotice(notice, asked.work, recorded, todayOf(call)),
  );
}

export function noticeNotFound() {
  return notFound('notice-not-found', 'There is no such notice');
}

function begun({ begunOn, events }: Notice): string {
  return `${begunOn} ${events[0]?.at ?? ''}`;
}
