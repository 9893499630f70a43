import { earliest, type LocalDate } from '../calendar/local-date.ts';

/** How near a deadline is, least first. `breach` is past it. */
export const severities = ['amber', 'approaching', 'breach'] as const;

/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** A day on which somebody is to be told. */
export type Warning = {
  /** Names the threshold within its deadline: the severity, or a name of its own (`over-52-weeks`). */
  readonly threshold: string;
  readonly severity: Severity;
  /** The first day on which the threshold is crossed. */
  readonly on: LocalDate;
};

/** This must happen by that day; warn on these days. The one idea behind every standard, duty and review. */
export type Deadline = {
  /** What it is about, kebab-case: `eighteen-weeks`, `ehc-advice`. One subject has one deadline of a kind at a time. */
  readonly kind: string;
  /** Day 0. */
  readonly start: LocalDate;
  /** The last day on which it is kept. */
  readonly due: LocalDate;
  /** In the order of their days. */
  readonly warnOn: readonly Warning[];
};

/**
 * What makes an alert happen once: kind, start and threshold. A clock that starts again on another day is a new key, so
 * its alerts fire again; a due date that moves is not.
 */
export function alertKey(deadline: Deadline, warning: Warning): string {
  return `${deadline.kind}#${deadline.start}#${warning.threshold}`;
}

/**
 * The warnings whose day has come and that nobody has been told of yet, in order. Asked daily or after a week's
 * silence, the answer misses nothing and repeats nothing. `alerted` holds the keys of {@link alertKey} already raised.
 */
export function crossed(deadline: Deadline, asAt: LocalDate, alerted: ReadonlySet<string>): Warning[] {
  return deadline.warnOn.filter((warning) => warning.on <= asAt && !alerted.has(alertKey(deadline, warning)));
}

/**
 * The first warning that nobody has been told of yet, whether its day has come or not; undefined after the last. Its
 * day is when this deadline next needs looking at.
 */
export function nextAlert(deadline: Deadline, alerted: ReadonlySet<string>): Warning | undefined {
  return deadline.warnOn.find((warning) => !alerted.has(alertKey(deadline, warning)));
}

/** The first day on which any of some deadlines needs looking at; undefined when none does any more. */
export function nextAlertDate(deadlines: readonly Deadline[], alerted: ReadonlySet<string>): LocalDate | undefined {
  const [first, ...rest] = deadlines.flatMap((deadline) => nextAlert(deadline, alerted)?.on ?? []);
  return first === undefined ? undefined : earliest(first, ...rest);
}

/** Whether a deadline is missed on a day when what it asks for has not happened. Dates are compared, nothing else. */
export function isMissed(deadline: Deadline, asAt: LocalDate): boolean {
  return asAt > deadline.due;
}
