/** What the pages on which staff write for families share. */

import type { Writer } from '../../../../shared/domain/board/writer.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { PLAIN_GRADE, readingGrade } from '../../../../shared/domain/language/reading-grade.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { roleNames } from '../../../../shared/domain/staff/role-names.ts';
import { type ButtonVariant, button, linkButton } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { subNavigation } from '../../../../shared/http/html/components/sub-navigation.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import {
  type Answers,
  answerPage,
  askPage,
  type FormFlow,
  meanwhilePage,
} from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whenInWords } from '../audit/words.ts';
import { helpListPath, meetingsPath, noticesPath, questionnairesPath } from './addresses.ts';

const views = [
  { text: 'Help while waiting', href: helpListPath },
  { text: 'Notices', href: noticesPath },
  { text: 'Events', href: meetingsPath },
  { text: 'Questions', href: questionnairesPath },
];

/** One of the lists, with the way to the others. */
export function listPage(
  { policy, actor }: ActingVisit,
  {
    title,
    at,
    add,
    content,
  }: {
    readonly title: string;
    readonly at: string;
    readonly add: { text: string; href: string };
    readonly content: Content;
  },
): PageAnswer {
  return page({
    title,
    section: 'community',
    content: html`<span class="nhsuk-caption-l">${policy.place.name}: for families</span><h1 class="nhsuk-heading-l">${title}</h1>${subNavigation(
      { landmark: 'For families', views: views.map((view) => ({ ...view, isCurrent: view.href === at })) },
    )}${content}${mayWriteHere(actor) && linkButton(add)}`,
  });
}

export function mayWriteHere(actor: ActingVisit['actor']): boolean {
  return can(actor, 'community.write', anythingOf(actor)) === 'allowed';
}

/** Said above every form: what is written here is read by every family. */
export const aboutNobody: Html = insetText(
  html`<p>Families read this. Write nothing that is about one child or family: no name, no NHS number.</p>`,
);

/** What every paper for families has. */
interface Paper<E> {
  readonly version: number;
  readonly events: readonly E[];
}
interface PaperEvent {
  readonly kind: string;
  readonly at: string;
  readonly by: Writer;
}

const VERSION = 'version';

/** The pages of a form about a paper that is there: the version travels with it, and whoever is second sees what the first did. */
export function workPages<P extends Paper<E>, E extends PaperEvent, T>(
  path: string,
  read: (visit: ActingVisit) => Promise<P>,
  flowOf: (visit: ActingVisit, paper: P, seen: number) => FormFlow<T>,
  history: (events: readonly E[]) => Content,
): readonly PageRoute[] {
  const guarded = (visit: ActingVisit, paper: P, seen: number): FormFlow<T> => {
    const flow: FormFlow<T> = {
      ...flowOf(visit, paper, seen),
      onStale: async (_refusal, answers: Answers) =>
        meanwhilePage(visit, flow, answers, {
          since: history(paper.events.slice(seen)),
          hidden: { [VERSION]: String(paper.version) },
        }),
    };
    return { ...flow, section: 'community', hidden: { ...flow.hidden, [VERSION]: String(seen) } };
  };
  return [
    actingPage('GET', path, 'community.write', async (visit) => {
      const paper = await read(visit);
      return askPage(visit, guarded(visit, paper, paper.version));
    }),
    actingPage('POST', path, 'community.write', async (visit) => {
      const paper = await read(visit);
      return answerPage(visit, guarded(visit, paper, await versionSent(visit)));
    }),
  ];
}

/** A form for something new. */
export function newPages<T>(path: string, flowOf: (visit: ActingVisit) => FormFlow<T>): readonly PageRoute[] {
  const flow = (visit: ActingVisit): FormFlow<T> => ({ ...flowOf(visit), section: 'community' });
  return [
    actingPage('GET', path, 'community.write', async (visit) => askPage(visit, flow(visit))),
    actingPage('POST', path, 'community.write', async (visit) => answerPage(visit, flow(visit))),
  ];
}

async function versionSent(visit: ActingVisit): Promise<number> {
  return Number((await visit.form()).get(VERSION)) || 0;
}

/** What is sent with a button that does something at once. */
export interface Pressed {
  readonly seen: number;
  readonly key: string;
  readonly value: string;
}

/** An address that a button leads to: it does the work, and leads back. */
export function pressedPage(path: string, done: (visit: ActingVisit, pressed: Pressed) => Promise<string>): PageRoute {
  return actingPage('POST', path, 'community.write', async (visit) => {
    const form = await visit.form();
    return goTo(await done(visit, { seen: await versionSent(visit), key: form.get('key'), value: form.get('value') }));
  });
}

export function pressButton(
  visit: ActingVisit,
  { version }: { readonly version: number },
  {
    action,
    text,
    variant = 'secondary',
    value = '',
  }: { readonly action: string; readonly text: Content; readonly variant?: ButtonVariant; readonly value?: string },
): Html {
  return postForm({
    action,
    csrfToken: visit.session.formToken,
    hidden: { [VERSION]: String(version), key: visit.deps.ids.fresh(), ...(value !== '' && { value }) },
    content: button({ text, variant }),
  });
}

export function doneBanner({ query }: ActingVisit, words: Readonly<Record<string, string>>): Html | undefined {
  const done = words[query.get('done') ?? ''];
  return done === undefined ? undefined : notificationBanner({ variant: 'success', heading: done });
}

/** @param names what each kind of event is called. @param more what an event says beside. */
export function historyOf<E extends PaperEvent>(
  names: Readonly<Record<E['kind'], string>>,
  more: (event: E) => Content = () => undefined,
): (events: readonly E[]) => Html {
  return (events) =>
    timeline({
      headingLevel: 3,
      entries: events.toReversed().map((event) => ({
        title: names[event.kind as E['kind']],
        by: writerWords(event.by),
        when: whenInWords(event.at),
        datetime: event.at,
        content: more(event),
      })),
    });
}

export function writerWords({ name, role }: Writer): Html {
  const names: Readonly<Record<string, string>> = roleNames;
  return html`<bdi>${name}</bdi>, ${(names[role] ?? role).toLowerCase()}`;
}

export function queuesQuestion({ queues }: Policy): Question {
  return {
    kind: 'some-of',
    name: 'queues',
    label: 'For families who wait for what?',
    hint: 'Choose none for every family',
    optional: true,
    options: queues.map(({ code, name }) => ({ value: code, text: name })),
  };
}

export function audienceWords({ queues }: Policy, audience: readonly string[]): string {
  if (audience.length === 0) return 'Every family';
  return audience.map((code) => queues.find((queue) => queue.code === code)?.name ?? code).join(', ');
}

/** How hard a text is to read, with a warning where it is harder than families' pages are. */
export function readingView(...texts: readonly string[]): Html {
  const grade = readingGrade(texts.join('\n'));
  if (grade === undefined) return html`<p>The text is too short to say how hard it is to read.</p>`;
  if (grade <= PLAIN_GRADE)
    return html`<p>Reading level: grade ${grade}. That is plain enough: families’ pages keep to grade ${PLAIN_GRADE}.</p>`;
  return warningCallout({
    heading: 'This is hard to read',
    content: html`<p>Reading level: grade ${grade}. Families’ pages keep to grade ${PLAIN_GRADE}. Use shorter sentences and shorter words.</p>`,
  });
}

/** A day as it is typed in three fields. */
export function typedDay(name: string, day: LocalDate): Typed {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    [`${name}-day`]: [String(Number(date))],
    [`${name}-month`]: [String(Number(month))],
    [`${name}-year`]: [year],
  };
}
