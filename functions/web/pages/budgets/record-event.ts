/**
 * Recording what happened to a budget: one flow for every kind of event, from the tables of forms/. The version that was read
 * travels with the form, so that nobody records over what somebody else has done meanwhile.
 */
import { caseNotFound } from '../../../../shared/application/case/case-subject.ts';
import { recordCaseEvent } from '../../../../shared/application/case/record-case-event.ts';
import { budgetCase } from '../../../../shared/domain/budget/budget-case.ts';
import { type BudgetEventKind, type BudgetFacts, budgetEventKinds } from '../../../../shared/domain/budget/facts.ts';
import { stagesOf } from '../../../../shared/domain/budget/judge.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { needsWhole } from '../../../../shared/domain/case/checkpoint.ts';
import { recordOnCase } from '../../../../shared/domain/case/record-case.ts';
import { forbidden, notFound } from '../../../../shared/domain/error.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { html } from '../../../../shared/http/html/html.ts';
import {
  type Answers,
  answerPage,
  askPage,
  type FormFlow,
  meanwhilePage,
  moreAsked,
} from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { budgetPath, recordOnBudgetPath } from './addresses.ts';
import { type Entry, entryForm, typedDay } from './entry-form.ts';
import type { BudgetForm } from './forms/budget-form.ts';
import { budgetForms } from './forms/forms.ts';
import { budgetHistory, titleOf } from './history.ts';
import { budgetNow, type OpenBudget, openBudget } from './open-budget.ts';

const path = recordOnBudgetPath({ personId: '{personId}', caseId: '{caseId}' }, '{kind}');
const CORRECTION = 'recorded-in-error';

export const recordOnBudgetRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'case.record', async (visit) => {
    const { kind, open } = await opened(visit);
    if (kind !== CORRECTION && !stagesOf[kind].includes(budgetNow(open).state.stage)) return notNow(visit, open);
    const event = visit.query.get('event') ?? '';
    return askPage(visit, flowOf(visit, kind, open, { version: String(open.record.version), event, more: 0 }));
  }),
  actingPage('POST', path, 'case.record', async (visit) => {
    const { kind, open } = await opened(visit);
    const body = await visit.form();
    const [version, event] = [body.get('version'), body.get('event')];
    return answerPage(visit, flowOf(visit, kind, open, { version, event, more: moreAsked(body) }));
  }),
];

const formKinds: readonly FormKind[] = [CORRECTION, ...budgetEventKinds.filter((kind) => kind !== 'requested')];

/** The forms in which any entry can be chosen, however old. */
const aboutAnyEvent: ReadonlySet<FormKind> = new Set<FormKind>([CORRECTION, 'entry-reversed']);

type FormKind = Exclude<BudgetEventKind, 'requested'> | typeof CORRECTION;

async function opened(visit: ActingVisit): Promise<{ readonly kind: FormKind; readonly open: OpenBudget }> {
  const asked = visit.params['kind'];
  const kind = formKinds.find((one) => one === asked);
  if (kind === undefined) throw notFound('no-such-page', 'There is no such page');
  const open = await openBudget(visit, aboutAnyEvent.has(kind) ? 'opening' : undefined);
  if (!open.mayRecord) throw forbidden('not-allowed', 'You may not do this in the role you act in');
  return { kind, open };
}

/** What travels with the form. `event` is the entry to correct, where one is. */
interface Travelling {
  readonly version: string;
  readonly event: string;
  /** How often more lines were asked for. */
  readonly more: number;
}

function flowOf(
  visit: ActingVisit,
  kind: FormKind,
  open: OpenBudget,
  { version, event, more }: Travelling,
): FormFlow<Entry> {
  const now = { ...budgetNow(open), more };
  const form = kind === CORRECTION ? correctionForm(open, event) : budgetForms[kind];
  const seen = Number(version) || 0;
  const { personId, caseId } = open.key;
  const address = { personId, caseId };
  const flow: FormFlow<Entry> = {
    form: entryForm(kind, form, now, kind === CORRECTION ? { eventId: event } : {}),
    title: form.action,
    above: personBanner(open.person, visit.today, 'link'),
    intro: form.intro?.(now),
    backHref: budgetPath(address),
    section: 'duties',
    start: { ...(form.day.filledIn === 'today' ? typedDay(visit.today) : {}), ...form.start?.(now) },
    hidden: { version, event, ...(more > 0 && { more: String(more) }) },
    more: form.more?.(now),
    saveLabel: form.saveLabel ?? 'Save',
    judge: async (entry) => {
      const recorder = {
        eventId: visit.deps.ids.fresh(),
        recordedAt: visit.now,
        by: { actor: visit.actor.id, role: visit.actor.role },
        hash: visit.deps.hash,
      };
      const { record } = needsWhole(budgetCase, open.record, entry) ? await visit.deps.cases.whole(open) : open;
      recordOnCase(budgetCase, record, entry, recorder, open.caseContext);
    },
    warning: ({ facts }) => form.warning?.(facts as BudgetFacts, now),
    save: async (entry, key) => {
      const view = await recordCaseEvent(visit.deps, visit.call, open.key, entry, seen, key);
      return goTo(`${budgetPath(address)}?recorded=${view.record.events.at(-1)?.id ?? ''}`);
    },
    onStale: (_, answers) => changedMeanwhile(visit, flow, seen, answers),
  };
  return flow;
}

/** The budget as it is now, with what was recorded since the form was opened. */
async function changedMeanwhile(
  visit: ActingVisit,
  flow: FormFlow<Entry>,
  seen: number,
  answers: Answers,
): Promise<PageAnswer> {
  const { record } = await openBudget(visit);
  const since = new Set(record.events.filter(({ seq }) => seq >= seen).map(({ id }) => `event-${id}`));
  const entries = budgetHistory(visit, record).filter(({ id }) => since.has(id ?? ''));
  return meanwhilePage(visit, flow, answers, {
    since: timeline({ headingLevel: 3, entries }),
    hidden: { version: String(record.version) },
  });
}

/** Reached by an old link, or after somebody else was quicker. */
function notNow(visit: ActingVisit, { key, person }: OpenBudget): PageAnswer {
  const title = 'This cannot be recorded now';
  const back = budgetPath({ personId: key.personId, caseId: key.caseId });
  return page(
    {
      title,
      section: 'duties',
      beforeContent: backLink({ href: back, text: 'Back to the budget' }),
      content: html`${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Personal health budget</span> ${title}</h1><p>The budget does not stand where this can happen to it. Somebody may have been quicker.</p><p><a href="${back}">Go to the budget as it is now</a></p>`,
    },
    409,
  );
}

/** The form that says that one entry was a mistake. It stays in the history, struck through. */
function correctionForm({ record }: OpenBudget, eventId: string): BudgetForm {
  const mistake = record.events.find(({ id }) => id === eventId);
  if (mistake === undefined) throw caseNotFound();
  const what = `${titleOf(mistake, record.events)}, ${formatDate(mistake.on)}`;
  return {
    action: 'Correct an entry',
    day: { label: 'Date of the correction', filledIn: 'today' },
    intro: () =>
      html`${insetText(what)}<p>The entry stays in the history, struck through, and counts as if it had never happened. Money that rests on it must be reversed first. Then record what did happen, if anything.</p>`,
    questions: () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: 'What was wrong?',
        hint: 'For example: wrong child, wrong date, entered twice',
        missing: 'Enter what was wrong',
        rows: 2,
      },
    ],
    saveLabel: 'Mark as recorded in error',
  };
}
