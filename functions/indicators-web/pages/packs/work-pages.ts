/** The forms about a pack: commentary on a section, signing, and issuing it again. */
import * as z from 'zod';
import {
  commentPack,
  type PackRead,
  readPack,
  reopenPack,
  signPack,
} from '../../../../shared/application/board/packs.ts';
import { writing } from '../../../../shared/application/board/work-paper.ts';
import { commentarySchema, type PackEvent } from '../../../../shared/domain/board/board-pack.ts';
import { boardText } from '../../../../shared/domain/board/board-text.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { type LocalDate, localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';
import { conflict, notFound } from '../../../../shared/domain/error.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { packPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { aboutNobody } from '../risks/risk-form.ts';
import { VERSION } from '../since-opened.ts';
import { writerWords } from '../writer-words.ts';

/** The hidden field with the hash of what was read. */
const CONTENT = 'content';

type MakesFlow<T> = (
  visit: FiguresVisit,
  read: PackRead,
  sent: { readonly seen: number; readonly content: string },
) => FormFlow<T>;

/** The two pages of a form about a pack. */
function formPages<T>(flowOf: MakesFlow<T>): {
  readonly ask: (visit: FiguresVisit) => Promise<PageAnswer>;
  readonly save: (visit: FiguresVisit) => Promise<PageAnswer>;
} {
  const read = ({ deps, call, params }: FiguresVisit) => readPack(deps, call, params['period'] ?? '');
  return {
    async ask(visit) {
      const found = await read(visit);
      return askPage(visit, flowOf(visit, found, { seen: found.pack.version, content: found.contentHash }));
    },
    async save(visit) {
      const [found, form] = await Promise.all([read(visit), visit.form()]);
      const sent = { seen: Number(form.get(VERSION)) || 0, content: form.get(CONTENT) };
      return answerPage(visit, flowOf(visit, found, sent));
    },
  };
}

export const commentPages = formPages<{ readonly text: string }>((visit, { pack, content }, { seen }) => {
  const section = visit.params['section'] ?? '';
  const name = sectionName(content, section);
  if (name === undefined) throw notFound('section-not-found', 'There is no such section');
  const { period } = pack;
  const flow: FormFlow<{ readonly text: string }> = {
    form: {
      questions: [
        {
          kind: 'long-text',
          name: 'text',
          label: 'Commentary',
          hint: 'What the figures mean, and what is done about them. Up to 4,000 characters; nothing takes it out of the pack',
          rows: 12,
          optional: true,
        },
      ],
      schema: z.object({ text: z.preprocess((text) => text ?? '', commentarySchema) }),
    },
    title: `Commentary: ${name}`,
    intro: aboutNobody,
    backHref: packPath(period),
    section: 'indicators',
    start: { text: [pack.comments[section]?.text ?? ''] },
    hidden: { [VERSION]: String(seen) },
    saveLabel: 'Save the commentary',
    async save({ text }, key) {
      await commentPack(visit.deps, writing(visit), { period, section, text, seen, key });
      return goTo(`${packPath(period)}?done=commented`);
    },
    onStale: async (_refusal, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`${history(pack.events.slice(seen))}<h3 class="nhsuk-heading-s">What it says now</h3><p class="app-typed">${pack.comments[section]?.text ?? 'Nothing'}</p>`,
        hidden: { [VERSION]: String(pack.version) },
      }),
  };
  return flow;
});

export const signPages = formPages<{ readonly agreedOn: LocalDate }>((visit, { pack, content, contentHash }, sent) => {
  const { period } = pack;
  if (visit.today <= content.period.to)
    throw conflict('period-not-over', 'The period is not over: a pack is signed after it');
  const flow: FormFlow<{ readonly agreedOn: LocalDate }> = {
    form: {
      questions: [
        {
          kind: 'date',
          name: 'agreedOn',
          label: 'Date on which the board agreed it',
          hint: 'For example, 27 11 2026',
          missing: 'Enter the date on which the board agreed it',
        },
      ],
      schema: z.object({ agreedOn: localDateSchema }),
    },
    title: `Sign the board pack: ${content.period.name}`,
    intro: html`<p>You sign the pack as you have just read it, in your name. It is then kept as it is and never changes. A mistake that is found later is put right in a further edition, with the reason.</p>`,
    backHref: packPath(period),
    section: 'indicators',
    hidden: { [VERSION]: String(sent.seen), [CONTENT]: sent.content },
    saveLabel: 'Sign the pack',
    async save({ agreedOn }, key) {
      await signPack(visit.deps, writing(visit), { period, agreedOn, contentHash: sent.content, seen: sent.seen, key });
      return goTo(`${packPath(period)}?done=signed`);
    },
    onStale: async (_refusal, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`${history(pack.events.slice(sent.seen))}<p>Commentary, figures or risks are not what you read. <a href="${packPath(period)}">Read the pack again</a> before you sign it.</p>`,
        hidden: { [VERSION]: String(pack.version), [CONTENT]: contentHash },
      }),
  };
  return flow;
});

export const reopenPages = formPages<{ readonly reason: string }>((visit, { pack, content }, { seen }) => {
  const { period } = pack;
  const flow: FormFlow<{ readonly reason: string }> = {
    form: {
      questions: [{ kind: 'long-text', name: 'reason', label: 'Why is it issued again?', rows: 3 }],
      schema: z.object({ reason: boardText('The reason', 1000) }),
    },
    title: `Issue the board pack again: ${content.period.name}`,
    intro: html`${aboutNobody}<p>What was signed stays to be read. The next edition says that it replaces it, and why.</p>`,
    backHref: packPath(period),
    section: 'indicators',
    hidden: { [VERSION]: String(seen) },
    saveLabel: 'Begin the next edition',
    async save({ reason }, key) {
      await reopenPack(visit.deps, writing(visit), { period, reason, seen, key });
      return goTo(`${packPath(period)}?done=reopened`);
    },
    onStale: async (_refusal, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: history(pack.events.slice(seen)),
        hidden: { [VERSION]: String(pack.version) },
      }),
  };
  return flow;
});

const sectionNames: Readonly<Record<string, string>> = {
  summary: 'summary',
  equity: 'who waits longer',
  duties: 'duties',
  priorities: 'the strategy’s promises',
  risks: 'risks',
};

function sectionName({ queues }: PackRead['content'], section: string): string | undefined {
  return sectionNames[section] ?? queues.find(({ queue }) => section === `queue-${queue}`)?.name;
}

const eventNames: Readonly<Record<PackEvent['kind'], string>> = {
  begun: 'Begun',
  commented: 'Commentary written',
  signed: 'Signed',
  reopened: 'Next edition begun',
};

function history(events: readonly PackEvent[]): Html | undefined {
  if (events.length === 0) return undefined;
  return timeline({
    headingLevel: 3,
    entries: events.toReversed().map(({ kind, by, at, reason }) => ({
      title: eventNames[kind],
      by: writerWords(by),
      when: formatDate(localDateOf(at)),
      datetime: at,
      ...(reason === '' ? {} : { content: html`<p class="app-typed">${reason}</p>` }),
    })),
  });
}
