/** The forms of a notice: writing it, publishing it, withdrawing it. */
import * as z from 'zod';
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readNotice, workNotice, writeNotice } from '../../../../../shared/application/community/notices.ts';
import { boardText } from '../../../../../shared/domain/board/board-text.ts';
import {
  type Notice,
  type NoticeContent,
  type NoticeWork,
  noticeContentSchema,
} from '../../../../../shared/domain/community/notice.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { FormFlow } from '../../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { newNoticePath, noticePath, noticesPath, workPath } from '../addresses.ts';
import { aboutNobody, audienceWords, newPages, queuesQuestion, readingView, typedDay, workPages } from '../parts.ts';
import { noticeHistory } from './notice-words.ts';

const at = noticePath('{noticeId}');
const read = ({ deps, call, params }: ActingVisit) => readNotice(deps, call, params['noticeId'] ?? '');

export const noticeFormRoutes: readonly PageRoute[] = [
  ...newPages(newNoticePath, newFlow),
  ...workPages(workPath(at, 'write'), read, changeFlow, noticeHistory),
  ...workPages(workPath(at, 'publish'), read, publishFlow, noticeHistory),
  ...workPages(workPath(at, 'withdraw'), read, withdrawFlow, noticeHistory),
];

function newFlow(visit: ActingVisit): FormFlow<NoticeContent> {
  return {
    ...aboutNotice(visit),
    title: 'Write a notice',
    backHref: noticesPath,
    async save(content, key) {
      const { id } = await writeNotice(visit.deps, writing(visit), content, key);
      return goTo(`${noticePath(id)}?done=written`);
    },
  };
}

function changeFlow(visit: ActingVisit, notice: Notice, seen: number): FormFlow<NoticeContent> {
  const { title, text, queues, until } = notice.content;
  return {
    ...aboutNotice(visit),
    title: 'Change the notice',
    backHref: noticePath(notice.id),
    start: { title: [title], text: [text], queues, ...typedDay('until', until) },
    save: (content, key) => done(visit, notice, { seen, key }, { kind: 'written', content }),
  };
}

function aboutNotice({ policy }: ActingVisit) {
  return {
    form: {
      questions: [
        { kind: 'text', name: 'title', label: 'Title', hint: 'What changes, in a few words' },
        {
          kind: 'long-text',
          name: 'text',
          label: 'Text',
          rows: 8,
          hint: 'What changes, from when, and what families can do. Leave an empty line between paragraphs.',
        },
        queuesQuestion(policy),
        {
          kind: 'date',
          name: 'until',
          label: 'Last day on which families see it',
          hint: 'A day in the next six months, for example 27 1 2027',
          missing: 'Enter the last day',
        },
      ],
      schema: noticeContentSchema,
    },
    intro: aboutNobody,
    saveLabel: 'Save as a draft',
    warning: ({ title, text }: NoticeContent) => readingView(title, text),
  } as const;
}

function publishFlow(visit: ActingVisit, notice: Notice, seen: number): FormFlow<{ isSent: boolean }> {
  const { title, queues } = notice.content;
  return {
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'isSent',
          label: 'Tell families by message as well?',
          hint: 'Each adult gets one message, in the way they chose. It says that there is news, and not what.',
          options: [
            { value: 'yes', text: 'Yes, send each of them a message' },
            { value: 'no', text: 'No, show it on their pages only' },
          ],
          missing: 'Select whether families are told by message',
        },
      ],
      schema: z.object({ isSent: z.string().transform((said) => said === 'yes') }),
    },
    title: 'Publish the notice',
    above: html`<p><strong><bdi>${title}</bdi></strong></p>`,
    intro: html`<p>For: ${audienceWords(visit.policy, queues)}. It cannot be changed after this, only withdrawn.</p>`,
    backHref: noticePath(notice.id),
    saveLabel: 'Publish',
    save: ({ isSent }, key) => done(visit, notice, { seen, key }, { kind: 'published', isSent }),
  };
}

function withdrawFlow(visit: ActingVisit, notice: Notice, seen: number): FormFlow<{ reason: string }> {
  return {
    form: {
      questions: [{ kind: 'long-text', name: 'reason', label: 'Why is it withdrawn?', rows: 3 }],
      schema: z.object({ reason: boardText('The reason', 500) }),
    },
    title: 'Withdraw the notice',
    above: html`<p><strong><bdi>${notice.content.title}</bdi></strong></p>`,
    intro: html`<p>Families do not see it any more, and messages that have not gone out are not sent. The reason is for staff.</p>`,
    backHref: noticePath(notice.id),
    saveLabel: 'Withdraw',
    save: ({ reason }, key) => done(visit, notice, { seen, key }, { kind: 'withdrawn', reason }),
  };
}

async function done(
  visit: ActingVisit,
  { id }: Notice,
  asked: { readonly seen: number; readonly key: string },
  work: NoticeWork,
): Promise<PageAnswer> {
  await workNotice(visit.deps, writing(visit), { id, ...asked, work });
  return goTo(`${noticePath(id)}?done=${work.kind}`);
}
