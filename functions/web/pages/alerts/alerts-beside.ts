/** The open alerts of a person or of one referral, as other pages show them. */
import { type Alertable, alertsBesideRecord } from '../../../../shared/application/alerts/alerts-of-person.ts';
import { type Alert, standingOfAlert } from '../../../../shared/domain/alert/alert.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { alertPath } from './addresses.ts';
import { aboutWords, dueWords } from './alert-words.ts';

/** A list of tags that lead to the alerts of some referrals; nothing where there are none, or none that the reader may see. */
export async function alertsBeside(visit: ActingVisit, referrals: readonly Alertable[]): Promise<Html | undefined> {
  const { actor, deps, call } = visit;
  if (can(actor, 'alert.read', anythingOf(actor)) !== 'allowed') return undefined;
  const alerts = await alertsBesideRecord(deps, call, referrals);
  if (alerts.length === 0) return undefined;
  return html`<section class="app-no-print" aria-label="Alerts"><h2 class="nhsuk-heading-s">Alerts</h2><ul class="nhsuk-list">${alerts.map(
    (alert) => html`<li>${line(alert, visit)}</li>`,
  )}</ul></section>`;
}

function line(alert: Alert, { today, policy }: ActingVisit): Html {
  const { state } = standingOfAlert(alert);
  const queue = policy.queues.find(({ code }) => code === alert.queue)?.shortName ?? alert.queue;
  return html`${statusTag.alertSeverity(alert.severity)} <a href="${alertPath(alert.id)}">${aboutWords(alert)}, ${queue}</a> (${dueWords(alert.due, today)}) ${statusTag.alertState(state)}`;
}
