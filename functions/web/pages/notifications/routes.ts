/** The page on which somebody chooses how they are told of alerts. */
import {
  checkPreferences,
  choosePreferences,
  ownPreferences,
  possibleDelegates,
} from '../../../../shared/application/messages/own-preferences.ts';
import { recordDelivery } from '../../../../shared/application/messages/record-delivery.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import {
  type ChosenPreferences,
  type Preferences,
  reachableBy,
} from '../../../../shared/domain/message/preferences.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, openPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { atItsQuestion, preferencesForm, typedChoice } from './preferences-form.ts';

const notificationsPath = '/notifications';
/** Where GOV.UK Notify says what became of texts and letters. */
export const notifyCallbackPath = '/notify-callbacks';
const VERSION = 'version';

export const notificationRoutes: readonly PageRoute[] = [
  openPage('POST', notifyCallbackPath, async ({ deps, bearer, json, now }) => {
    await recordDelivery(deps, { token: bearer, body: json(), now });
    return { kind: 'nothing' };
  }),
  actingPage('GET', notificationsPath, 'me.notifications', async (visit) => {
    const own = await ownPreferences(visit.deps, visit.call);
    return askPage(visit, await flowOf(visit, own, own.version));
  }),
  actingPage('POST', notificationsPath, 'me.notifications', async (visit) => {
    const own = await ownPreferences(visit.deps, visit.call);
    const seen = Number((await visit.form()).get(VERSION)) || 0;
    return answerPage(visit, await flowOf(visit, own, seen));
  }),
];

async function flowOf(visit: ActingVisit, own: Preferences, seen: number): Promise<FormFlow<ChosenPreferences>> {
  const { deps, call, query } = visit;
  const delegates = (await possibleDelegates(deps, call)).map(({ id, name }) => ({ value: id, text: name }));
  const flow: FormFlow<ChosenPreferences> = {
    form: preferencesForm(delegates),
    title: 'Your notifications',
    above:
      query.get('saved') === 'yes' &&
      notificationBanner({ variant: 'success', heading: 'Your choices have been saved' }),
    intro: html`<p>Alerts of your teams are always on the list of alerts. Choose how you hear of them besides. Messages say that something waits and where to read it, and nothing of whom it is about.</p>${reachableBy(own).length === 0 && insetText(html`<p>No message can reach you at present.</p>`)}`,
    backHref: '/',
    start: typedChoice(own, visit.today),
    hidden: { [VERSION]: String(seen) },
    saveLabel: 'Save',
    judge: (chosen) => asked(() => checkPreferences(deps, call, chosen)),
    async save(chosen): Promise<PageAnswer> {
      await asked(() => choosePreferences(deps, call, chosen, seen));
      return goTo(`${notificationsPath}?saved=yes`);
    },
    onStale: async (_refusal, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>You have saved other choices, in another window.</p>`,
        hidden: { [VERSION]: String(own.version) },
      }),
  };
  return flow;
}

async function asked(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (refusal) {
    throw isDomainError(refusal, 'invalid') ? atItsQuestion(refusal) : refusal;
  }
}
