/** Health checks as the pages of every kind of case show them: their words, their forms, and what a record says first. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { HealthCheckFacts } from '../../../../shared/domain/health-check/facts.ts';
import { isHandOverNear } from '../../../../shared/domain/health-check/hand-over.ts';
import { practiceName } from '../../../../shared/domain/health-check/health-check-policy.ts';
import type { HealthCheckState } from '../../../../shared/domain/health-check/state.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { CaseFact, CaseOnPage, CasePages } from '../cases/case-pages.ts';
import { easyReadPlanPath, planPath } from './addresses.ts';
import { healthCheckForms } from './forms.ts';
import { healthCheckDetails, healthCheckWords, invitationLine, leavingWords, statuses, statusOrder } from './words.ts';

type Open = CaseOnPage<HealthCheckState>;

export const healthCheckPages: CasePages<HealthCheckFacts, HealthCheckState> = {
  kind: 'health-check',
  about: 'A check and a health action plan every year, for people of 14 and over with a learning disability.',
  statuses,
  openStatuses: statusOrder.filter((status) => status !== 'left'),
  dueWords: { 'health-check': 'Annual health check', 'health-check-hand-over': 'Due date to hand over' },
  groupName: 'GP practice',
  happened: healthCheckWords,
  details: healthCheckDetails,
  facts: factsOf,
  body: bodyOf,
  opensWith: 'registered',
  onlyOne: true,
  forms: healthCheckForms,
};

function factsOf({ view, visit }: Open): readonly (CaseFact | false)[] {
  if (view?.state === undefined) return [];
  const { standing, invitation, practice, tracked, left, handOverBy } = view.state;
  return [
    { key: 'GP practice', value: `${practiceName(visit.policy.healthChecks, practice)} (${practice})` },
    { key: 'On the register from', value: formatDate(tracked.registerFrom) },
    { key: 'Eligible from', value: formatDate(standing.eligibleFrom) },
    { key: 'Last check', value: standing.lastCheck === null ? 'None' : formatDate(standing.lastCheck) },
    left === null && {
      key: 'Invitation',
      value: html`${invitationLine({ ...invitation, stepOn: invitation.on })}${invitation.chases > 0 && `, reminded ${counted(invitation.chases, 'time')}`}${invitation.missed > 0 && `, ${counted(invitation.missed, 'booking')} missed`}`,
    },
    left === null && { key: 'Hand over by', value: formatDate(handOverBy) },
    left !== null && {
      key: 'Due date handed over',
      value:
        left.due === null
          ? 'Nobody is due a check'
          : html`${formatDate(left.due)}, to <bdi>${left.handedOverTo ?? 'nobody yet'}</bdi>`,
    },
  ];
}

/** The one sentence that matters; then the two facts of lateness apart, because they often disagree; then the plan. */
function bodyOf({ view, visit }: Open): Html | undefined {
  if (view?.state === undefined) return undefined;
  const { standing, left } = view.state;
  return html`<p>${sentenceOf(view.state)}</p>${
    left === null &&
    standing.missedYears.length > 0 &&
    insetText(
      `No check in ${standing.missedYears.join(', ')}: eligible all ${standing.missedYears.length === 1 ? 'that year' : 'of each year'}, and not checked. This is counted apart from being overdue.`,
    )
  }${handOverView(view.state, visit.policy)}${planView(view.record, view.state)}`;
}

function sentenceOf({ standing, left, asAt }: HealthCheckState): string {
  const { status, due, eligibleFrom, lastCheck, plan, reofferFrom } = standing;
  if (left !== null) return `${leavingWords[left.why]} on ${formatDate(left.on)}.`;
  switch (status) {
    case 'NOT_ELIGIBLE':
      return `Not due a check yet: eligible from ${formatDate(eligibleFrom)}.`;
    case 'COMPLETED_THIS_FY':
      return `Checked this financial year${lastCheck === null ? '' : `, on ${formatDate(lastCheck)}`}. ${plan === 'complete' ? 'The health action plan is there.' : 'The health action plan is missing.'}`;
    case 'DECLINED_THIS_FY':
      return `Declined this financial year${reofferFrom === null ? '' : `. Offer it again from ${formatDate(reofferFrom)}`}.`;
    case 'OVERDUE':
      return `The check was due by ${formatDate(due)}: it is ${counted(daysBetween(due, asAt), 'day')} late.`;
    case 'DUE_SOON':
    case 'UP_TO_DATE':
      return `The next check is due by ${formatDate(due)}, in ${counted(daysBetween(asAt, due), 'day')}.`;
  }
}

/** From the first warning on: who has to know what, and what is recorded then. */
function handOverView({ left, handOverBy, asAt, standing, practice }: HealthCheckState, policy: Policy): Html | false {
  if (left !== null || !isHandOverNear(handOverBy, asAt)) return false;
  const { to } = policy.scopeAge;
  return insetText(
    html`<p>${asAt < handOverBy ? `Our services end on ${formatDate(handOverBy)}` : `Our services ended on ${formatDate(handOverBy)}`}, at the age of ${to + 1}. The checks go on: tell <bdi>${practiceName(policy.healthChecks, practice)}</bdi> that the next one is due by <strong>${formatDate(standing.due)}</strong>, then record leaving.</p>`,
  );
}

function planView(
  { personId, id: caseId }: { readonly personId: string; readonly id: string },
  { plan }: HealthCheckState,
): Html | false {
  if (plan === null) return false;
  const heading = html`<h2 class="nhsuk-heading-m">Health action plan of ${formatDate(plan.on)}</h2>`;
  if (plan.goals.length + plan.actions.length === 0)
    return html`${heading}<p>Reported by the practice, without what is in it.</p>`;
  return html`${heading}<ul class="nhsuk-list nhsuk-list--bullet">${plan.goals.map((goal) => html`<li>Goal: <bdi>${goal}</bdi></li>`)}${plan.actions.map(({ what, owner, by }) => html`<li><bdi>${what}</bdi>: <bdi>${owner}</bdi>, by ${formatDate(by)}</li>`)}</ul><ul class="app-list-ways app-no-print"><li><a href="${planPath({ personId, caseId })}">Plan to print</a></li><li><a href="${easyReadPlanPath({ personId, caseId })}">Easy Read plan to print</a></li></ul>`;
}
