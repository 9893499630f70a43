/**
 * The one table of status to label and colour. No page invents wording of its own: a status has one name from the store to
 * the page. Labels are adjectives or states, never orders, and never said by colour alone.
 */
import type { AlertState } from '../../../domain/alert/alert.ts';
import type { AlertSeverity } from '../../../domain/alert/severity.ts';
import type { BudgetStage } from '../../../domain/budget/state.ts';
import type { MessageState } from '../../../domain/message/message.ts';
import type { PersonFlag } from '../../../domain/person/person.ts';
import type { Tier } from '../../../domain/policy/tier.ts';
import type { ReferralStage } from '../../../domain/referral/state.ts';
import type { Html } from '../html.ts';
import { type TagProps, tag } from './tag.ts';

/** How a wait stands against its standard. `no-clock` is a referral whose headline wait is over or has not begun. */
export type WaitStanding = 'within' | 'nearing' | 'breached' | 'no-standard' | 'no-clock';

/** What became of one row of a file. */
export type ImportOutcome = 'created' | 'unchanged' | 'updated' | 'review' | 'rejected';

type Label = TagProps & { readonly text: string };

const STAGES: Readonly<Record<ReferralStage, Label>> = {
  received: { text: 'Waiting for triage', colour: 'yellow' },
  returned: { text: 'Returned for information', colour: 'orange' },
  waiting: { text: 'Waiting', colour: 'blue' },
  booked: { text: 'Booked', colour: 'aqua-green' },
  seen: { text: 'Seen', colour: 'green' },
  monitored: { text: 'Active monitoring', colour: 'purple' },
  discharged: { text: 'Discharged', colour: 'grey' },
  removed: { text: 'Removed unseen', colour: 'grey' },
  rejected: { text: 'Not accepted', colour: 'grey' },
  void: { text: 'Recorded in error', colour: 'white' },
};

const TIERS: Readonly<Record<Tier, Label>> = {
  urgent: { text: 'Urgent', colour: 'red' },
  soon: { text: 'Soon', colour: 'orange' },
  routine: { text: 'Routine', colour: 'white' },
};

const WAITS: Readonly<Record<WaitStanding, Label>> = {
  within: { text: 'Within standard', colour: 'green' },
  nearing: { text: 'Near the limit', colour: 'yellow' },
  breached: { text: 'Over the limit', colour: 'red' },
  'no-standard': { text: 'No standard', colour: 'white' },
  'no-clock': { text: 'Clock stopped', colour: 'grey' },
};

const FLAGS: Readonly<Record<PersonFlag, Label>> = {
  'ehc-plan': { text: 'EHC plan', colour: 'purple' },
  'sen-support': { text: 'SEN support', colour: 'purple' },
  'looked-after': { text: 'Looked after', colour: 'pink' },
  'care-leaver': { text: 'Care leaver', colour: 'pink' },
  'armed-forces': { text: 'Armed forces family', colour: 'blue' },
  'learning-disability': { text: 'Learning disability', colour: 'purple' },
  'young-carer': { text: 'Young carer', colour: 'pink' },
  restricted: { text: 'Restricted record', colour: 'red' },
  'attends-alone': { text: 'Attends alone', colour: 'blue' },
};

const OUTCOMES: Readonly<Record<ImportOutcome, Label>> = {
  created: { text: 'New', colour: 'green' },
  unchanged: { text: 'Unchanged', colour: 'grey' },
  updated: { text: 'Updated', colour: 'blue' },
  review: { text: 'To decide', colour: 'yellow' },
  rejected: { text: 'Rejected', colour: 'red' },
};

const SEVERITIES: Readonly<Record<AlertSeverity, Label>> = {
  'long-wait': { text: 'Long wait', colour: 'pink' },
  breach: { text: 'Breach', colour: 'red' },
  approaching: { text: 'Approaching', colour: 'orange' },
  amber: { text: 'Amber', colour: 'yellow' },
};

const ALERT_STATES: Readonly<Record<AlertState, Label>> = {
  raised: { text: 'Raised', colour: 'blue' },
  acknowledged: { text: 'Acknowledged', colour: 'green' },
  snoozed: { text: 'Snoozed', colour: 'grey' },
  escalated: { text: 'Escalated', colour: 'purple' },
  resolved: { text: 'Resolved', colour: 'white' },
};

export const budgetLabels: Readonly<Record<BudgetStage, Label>> = {
  requested: { text: 'Requested', colour: 'yellow' },
  'not-eligible': { text: 'Not eligible', colour: 'grey' },
  eligible: { text: 'Eligible', colour: 'blue' },
  indicative: { text: 'Indicative budget', colour: 'blue' },
  planning: { text: 'In planning', colour: 'aqua-green' },
  agreed: { text: 'Agreed', colour: 'aqua-green' },
  live: { text: 'Live', colour: 'green' },
  suspended: { text: 'Suspended', colour: 'orange' },
  ended: { text: 'Ended', colour: 'grey' },
  void: { text: 'Recorded in error', colour: 'white' },
};

const MESSAGE_STATES: Readonly<Record<MessageState, Label>> = {
  waiting: { text: 'Waiting', colour: 'blue' },
  sent: { text: 'Sent', colour: 'green' },
  failed: { text: 'Not sent', colour: 'red' },
  cancelled: { text: 'No longer needed', colour: 'grey' },
};

/** How a webhook does. */
export type WebhookStanding = 'on' | 'failing' | 'off';

const WEBHOOKS: Readonly<Record<WebhookStanding, Label>> = {
  on: { text: 'On', colour: 'green' },
  failing: { text: 'Failing', colour: 'orange' },
  off: { text: 'Off', colour: 'grey' },
};

/** How a part of the service does, for operators. */
export type ServiceStanding = 'well' | 'incomplete' | 'missing' | 'unknown';

const SERVICE: Readonly<Record<ServiceStanding, Label>> = {
  well: { text: 'Well', colour: 'green' },
  incomplete: { text: 'Incomplete', colour: 'orange' },
  missing: { text: 'Missing', colour: 'red' },
  unknown: { text: 'Unknown', colour: 'grey' },
};

/** The words for a status, for filters, downloads and anywhere that takes no markup. */
export const statusLabel = {
  stage: (stage: ReferralStage): string => STAGES[stage].text,
  tier: (tier: Tier): string => TIERS[tier].text,
  wait: (standing: WaitStanding): string => WAITS[standing].text,
  flag: (flag: PersonFlag): string => FLAGS[flag].text,
  importOutcome: (outcome: ImportOutcome): string => OUTCOMES[outcome].text,
  alertSeverity: (severity: AlertSeverity): string => SEVERITIES[severity].text,
  alertState: (state: AlertState): string => ALERT_STATES[state].text,
  budget: (stage: BudgetStage): string => budgetLabels[stage].text,
} as const;

/** The tag for a status. */
export const statusTag = {
  stage: (stage: ReferralStage): Html => tag(STAGES[stage]),
  tier: (tier: Tier): Html => tag(TIERS[tier]),
  wait: (standing: WaitStanding): Html => tag(WAITS[standing]),
  flag: (flag: PersonFlag): Html => tag(FLAGS[flag]),
  importOutcome: (outcome: ImportOutcome): Html => tag(OUTCOMES[outcome]),
  alertSeverity: (severity: AlertSeverity): Html => tag(SEVERITIES[severity]),
  alertState: (state: AlertState): Html => tag(ALERT_STATES[state]),
  budget: (stage: BudgetStage): Html => tag(budgetLabels[stage]),
  message: (state: MessageState): Html => tag(MESSAGE_STATES[state]),
  webhook: (standing: WebhookStanding): Html => tag(WEBHOOKS[standing]),
  service: (standing: ServiceStanding): Html => tag(SERVICE[standing]),
} as const;
