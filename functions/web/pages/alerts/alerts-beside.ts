/** The open alerts of a person, or of one referral or case, as other pages show them. */
import { type AlertableBeside, alertsBesideRecord } from '../../../../shared/application/alerts/alerts-of-person.ts';
import type { CaseOfPerson } from '../../../../shared/application/case/case-view.ts';
import type { ReferralOfPerson } from '../../../../shared/application/person/person-view.ts';
import { type Alert, standingOfAlert } from '../../../../shared/domain/alert/alert.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { alertPath } from './addresses.ts';
import { aboutWords, dueWords, subjectName } from './alert-words.ts';

/** A list of tags that lead to the alerts of some referrals and cases; nothing where there are none, or none that the reader may see. */
export async function alertsBeside(
  visit: ActingVisit,
  alertable: readonly AlertableBeside[],
): Promise<Html | undefined> {
  const { actor, deps, call } = visit;
  if (can(actor, 'alert.read', anythingOf(actor)) !== 'allowed') return undefined;
  const alerts = await alertsBesideRecord(deps, call, alertable);
  if (alerts.length === 0) return undefined;
  return html`<section class="app-no-print" aria-label="Alerts"><h2 class="nhsuk-heading-s">Alerts</h2><ul class="nhsuk-list">${alerts.map(
    (alert) => html`<li>${line(alert, visit)}</li>`,
  )}</ul></section>`;
}

function line(alert: Alert, { today, policy }: ActingVisit): Html {
  const { state } = standingOfAlert(alert);
  return html`${statusTag.alertSeverity(alert.severity)} <a href="${alertPath(alert.id)}">${aboutWords(alert)}, ${subjectName(alert.subject, policy)}</a> (${dueWords(alert.due, today)}) ${statusTag.alertState(state)}`;
}

export function referralBeside({ referral, alerted }: Pick<ReferralOfPerson, 'referral' | 'alerted'>): AlertableBeside {
  const { place, id, queue } = referral;
  return { place, subject: { of: 'referral', id, queue }, alerted };
}

export function caseBeside({ record, row, alerted }: CaseOfPerson): AlertableBeside {
  const { place, id, kind } = record;
  return { place, subject: { of: 'case', id, kind, service: row.service }, alerted };
}
