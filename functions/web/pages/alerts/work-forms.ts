/** The forms that take an alert up, and put it off: asked, checked, saved once. */
import * as z from 'zod';
import { type AlertView, readAlert } from '../../../../shared/application/alerts/read-alert.ts';
import {
  type Acknowledgement,
  acknowledgeAlert,
  type Snooze,
  snoozeAlert,
} from '../../../../shared/application/alerts/work-alert.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { addDays, localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';
import { conflict, type DomainError } from '../../../../shared/domain/error.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../shared/http/html/html.ts';
import {
  type Answers,
  answerPage,
  askPage,
  type FormFlow,
  meanwhilePage,
} from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { personBanner } from '../people/banner.ts';
import { acknowledgePath, alertPath, snoozePath } from './addresses.ts';
import { returnList } from './alert-query.ts';
import { aboutWords, happenedWords } from './alert-words.ts';

const LONGEST = 500;
const text = z.string().max(LONGEST, `Use ${LONGEST} characters or fewer`);

/** The version that was read, and the list to go back to in the end. */
interface Begun {
  readonly seen: number;
  readonly list: string;
}
type FlowOf<T> = (visit: ActingVisit, view: AlertView, begun: Begun) => FormFlow<T>;

export const workRoutes: readonly PageRoute[] = [
  ...formRoutes(acknowledgePath('{alertId}'), acknowledgeFlow),
  ...formRoutes(snoozePath('{alertId}'), snoozeFlow),
];

function formRoutes<T>(path: string, flowOf: FlowOf<T>): readonly PageRoute[] {
  return [
    actingPage('GET', path, 'alert.work', async (visit) => {
      const view = await viewOf(visit);
      const begun = { seen: view.alert.version, list: returnList(visit.query.get('return')) };
      return askPage(visit, flowOf(visit, view, begun));
    }),
    actingPage('POST', path, 'alert.work', async (visit) => {
      const view = await viewOf(visit);
      const body = await visit.form();
      const begun = { seen: Number(body.get('version')) || 0, list: returnList(body.get('return')) };
      return answerPage(visit, flowOf(visit, view, begun));
    }),
  ];
}

function viewOf({ deps, call, params }: ActingVisit): Promise<AlertView> {
  return readAlert(deps, call, params['alertId'] ?? '');
}

function acknowledgeFlow(visit: ActingVisit, view: AlertView, begun: Begun): FormFlow<Acknowledgement> {
  const { alert } = view;
  return {
    ...common(visit, view, begun),
    title: 'Acknowledge an alert',
    form: {
      questions: [
        {
          kind: 'long-text',
          name: 'note',
          label: 'What is being done?',
          hint: 'Your team sees it. Leave it empty if there is nothing to say.',
          optional: true,
          rows: 3,
        },
      ],
      schema: z
        .object({ note: text.nullable() })
        .transform(({ note }): Acknowledgement => (note === null ? {} : { note })),
    },
    saveLabel: 'Acknowledge',
    judge: () => refuseTakenUp(view),
    save: async (value, key) => {
      await acknowledgeAlert(visit.deps, visit.call, alert.id, value, begun.seen, key);
      return goTo(withReturn(`${alertPath(alert.id)}?done=acknowledged`, begun.list));
    },
    onStale: async (_refusal: DomainError<'stale'>, answers: Answers): Promise<PageAnswer> =>
      changedMeanwhile(visit, view, acknowledgeFlow(visit, view, begun), answers),
  };
}

function snoozeFlow(visit: ActingVisit, view: AlertView, begun: Begun): FormFlow<Snooze> {
  const { alert, longestSnoozeDays } = view;
  const last = addDays(visit.today, longestSnoozeDays);
  const within = `between tomorrow and ${formatDate(last)}`;
  return {
    ...common(visit, view, begun),
    title: 'Snooze an alert',
    form: {
      questions: [
        {
          kind: 'date',
          name: 'until',
          label: 'Day it comes back',
          hint: `Any day ${within}`,
          missing: 'Enter the day it comes back',
        },
        {
          kind: 'long-text',
          name: 'reason',
          label: 'Why can it wait?',
          hint: 'The reason is kept with the alert',
          missing: 'Enter why it can wait',
          rows: 3,
        },
      ],
      schema: z.object({
        until: localDateSchema.refine(
          (until) => until > visit.today && until <= last,
          `Day it comes back must be ${within}`,
        ),
        reason: text,
      }),
    },
    saveLabel: 'Snooze',
    judge: () => refuseEnded(view),
    save: async (value, key) => {
      await snoozeAlert(visit.deps, visit.call, alert.id, value, begun.seen, key);
      return goTo(withReturn(`${alertPath(alert.id)}?done=snoozed`, begun.list));
    },
    onStale: async (_refusal: DomainError<'stale'>, answers: Answers): Promise<PageAnswer> =>
      changedMeanwhile(visit, view, snoozeFlow(visit, view, begun), answers),
  };
}

function common(visit: ActingVisit, { alert, person }: AlertView, { seen, list }: Begun) {
  return {
    above: personBanner(person, visit.today, 'link'),
    intro: insetText(`The alert: ${aboutWords(alert)}`),
    backHref: withReturn(alertPath(alert.id), list),
    section: 'alerts',
    hidden: { version: String(seen), return: list },
  } as const;
}

/** Before the answers are checked, and not only when they are saved. */
function refuseTakenUp(view: AlertView): void {
  refuseEnded(view);
  if (view.standing.state === 'acknowledged')
    throw conflict('already-acknowledged', 'This alert has been acknowledged already');
}

function refuseEnded({ standing }: AlertView): void {
  if (standing.state === 'resolved')
    throw conflict('alert-resolved', 'This alert has ended: what it was about is no longer so');
}

function changedMeanwhile<T>(
  visit: ActingVisit,
  { alert }: AlertView,
  flow: FormFlow<T>,
  answers: Answers,
): PageAnswer {
  const since = alert.events.slice(Number(flow.hidden?.['version']) || 0);
  return meanwhilePage(visit, flow, answers, {
    since: html`<ul class="nhsuk-list nhsuk-list--bullet">${since.map(({ facts }) => html`<li>${happenedWords(facts, visit.policy)}</li>`)}</ul>`,
    hidden: { version: String(alert.version) },
  });
}
