/** How the pages say what a health check record holds. */
import { formatDate, formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type {
  bookingEnds,
  checkSettings,
  decliners,
  HealthCheckFacts,
  invitationWays,
  leavingReasons,
} from '../../../../shared/domain/health-check/facts.ts';
import type { InvitationStep } from '../../../../shared/domain/health-check/invitation.ts';
import type { HealthCheckRow } from '../../../../shared/domain/health-check/list.ts';
import type { ListStatus } from '../../../../shared/domain/health-check/summary.ts';
import { type TagProps, tag } from '../../../../shared/http/html/components/tag.ts';
import type { Html } from '../../../../shared/http/html/html.ts';
import type { Option } from '../../../../shared/http/page/question.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export const statuses: Readonly<Record<ListStatus, TagProps & { readonly text: string }>> = {
  overdue: { text: 'Overdue', colour: 'red' },
  'due-soon': { text: 'Due soon', colour: 'yellow' },
  'up-to-date': { text: 'Up to date', colour: 'green' },
  completed: { text: 'Done this year', colour: 'green' },
  declined: { text: 'Declined this year', colour: 'purple' },
  'not-eligible': { text: 'Not eligible yet', colour: 'grey' },
  left: { text: 'Left', colour: 'grey' },
};

/** In the order in which they want attention. */
export const statusOrder = Object.keys(statuses) as readonly ListStatus[];
export const statusWords = (status: ListStatus): string => statuses[status].text;
export const healthCheckTag = (status: ListStatus): Html => tag(statuses[status]);

export const stepWords: Words<InvitationStep> = {
  'not-invited': 'Not invited',
  invited: 'Invited',
  chased: 'Reminded',
  booked: 'Booked',
  done: 'Done',
  declined: 'Declined',
};

const ways: Words<(typeof invitationWays)[number]> = {
  letter: 'Letter',
  'easy-read-letter': 'Easy Read letter',
  telephone: 'Telephone',
  text: 'Text message',
  email: 'Email',
  'in-person': 'In person',
};
const settings: Words<(typeof checkSettings)[number]> = {
  practice: 'GP practice',
  hub: 'Hub of several practices',
  home: 'Home',
  school: 'School or college',
  other: 'Somewhere else',
};
const ends: Words<(typeof bookingEnds)[number]> = {
  'cancelled-by-family': 'Cancelled by the family',
  'cancelled-by-practice': 'Cancelled by the practice',
  'was-not-brought': 'Was not brought',
  'did-not-attend': 'Did not attend',
};
const whoDeclined: Words<(typeof decliners)[number]> = {
  'young-person': 'The young person',
  parent: 'A parent or carer (up to 15)',
  'best-interests': 'A best-interests decision (from 16)',
};
export const leavingWords: Words<(typeof leavingReasons)[number]> = {
  'moved-away': 'Moved away',
  'left-service': 'Left the service',
  'off-register': 'Taken off the register',
  died: 'Died',
};

const optionsOf = <K extends string>(words: Words<K>): readonly Option[] =>
  Object.entries<string>(words).map(([value, text]) => ({ value, text }));

export const wayOptions = optionsOf(ways);
export const settingOptions = optionsOf(settings);
export const bookingEndOptions = optionsOf(ends);
export const declinerOptions = optionsOf(whoDeclined);
export const leavingOptions = optionsOf(leavingWords);

/** A kind of event in a word, where a list of them stands. */
export const addedWords: Words<HealthCheckFacts['kind']> = {
  registered: 'register',
  'practice-moved': 'move',
  invited: 'invitation',
  chased: 'reminder',
  booked: 'booking',
  'booking-ended': 'missed booking',
  checked: 'check',
  'plan-agreed': 'plan',
  declined: 'decline',
  left: 'leaving',
  noted: 'note',
};

/** What happened, as a history says it. */
export function healthCheckWords(facts: HealthCheckFacts): string {
  switch (facts.kind) {
    case 'registered':
      return `On the learning-disability register of practice ${facts.practice}`;
    case 'practice-moved':
      return `Moved to practice ${facts.practice}`;
    case 'invited':
      return `Invited: ${ways[facts.by]}`;
    case 'chased':
      return `Reminded: ${ways[facts.by]}`;
    case 'booked':
      return `Check booked for ${formatDate(facts.appointmentOn)}`;
    case 'booking-ended':
      return `Booked check: ${ends[facts.why].toLowerCase()}`;
    case 'checked':
      return `Health check done: ${settings[facts.where]}`;
    case 'plan-agreed':
      return 'Health action plan agreed';
    case 'declined':
      return 'Health check declined';
    case 'left':
      return leavingWords[facts.why];
    case 'noted':
      return 'Note';
  }
}

/** What else an event says, worth a line in a history. */
export function healthCheckDetails(facts: HealthCheckFacts): readonly (readonly [term: string, text: string])[] {
  switch (facts.kind) {
    case 'chased':
    case 'noted':
      return facts.note === undefined ? [] : [['', facts.note]];
    case 'booking-ended':
      return facts.safeguardingConsidered === undefined
        ? []
        : [['Safeguarding considered', facts.safeguardingConsidered ? 'yes' : 'no']];
    case 'declined':
      return [
        ['Decided by', whoDeclined[facts.by].toLowerCase()],
        ['Capacity considered', 'yes'],
        ...(facts.note === undefined ? [] : [['', facts.note] as const]),
      ];
    case 'left':
      return facts.handedOverTo === undefined ? [] : [['Due date handed over to', facts.handedOverTo]];
    case 'plan-agreed':
      return [
        ...facts.goals.map((goal) => ['Goal', goal] as const),
        ...facts.actions.map(({ what, owner, by }) => ['Action', `${what}: ${owner}, by ${formatDate(by)}`] as const),
      ];
    default:
      return [];
  }
}

/** How near the next check is, as a row and a page say it. */
export function dueWords(
  { due, status, facts }: Pick<HealthCheckRow, 'due' | 'status' | 'facts'>,
  today: LocalDate,
): string {
  if (due === null) return '';
  if (status === 'not-eligible') return `eligible from ${formatDateShort(facts.eligibleFrom)}`;
  if (status === 'declined') return `offered again from ${formatDateShort(due)}`;
  const days = daysBetween(today, due);
  if (days < 0) return `${counted(-days, 'day')} late`;
  return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}

/** How far the invitation has come, with its day. */
export function invitationLine({
  step,
  stepOn,
  appointmentOn,
}: Pick<HealthCheckRow['facts'], 'step' | 'stepOn' | 'appointmentOn'>): string {
  if (step === 'booked' && appointmentOn !== null) return `Booked for ${formatDateShort(appointmentOn)}`;
  return stepOn === null ? stepWords[step] : `${stepWords[step]} ${formatDateShort(stepOn)}`;
}
