/** The schedules: what each is, what its last runs did in its own words, and whether somebody has to look. */
import type { ScheduleStanding } from '../../../../shared/application/messages/read-operations.ts';
import type { ScheduleRun } from '../../../../shared/application/ports/schedule-runs.ts';
import { type ServiceStanding, statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { whenInWords } from '../audit/words.ts';

interface ScheduleWords {
  readonly name: string;
  /** What a run counts that an operator reads, in order, by the names under which it is kept. */
  readonly counts: Readonly<Record<string, string>>;
  /** Counts that are to be 0: with any other, somebody has to look. */
  readonly troubles: readonly string[];
}

const schedules: Readonly<Record<string, ScheduleWords>> = {
  'watch-deadlines': {
    name: 'Watch of deadlines, every morning at 6am',
    counts: {
      examined: 'Records looked at',
      raised: 'Alerts raised',
      'already-had': 'Had already',
      escalated: 'Escalated',
      'snooze-ended': 'Back from a snooze',
      failed: 'Failed',
    },
    troubles: ['failed'],
  },
  'keep-audit-heads': {
    name: 'Closing of the audit, every night at 2:30am',
    counts: {
      heads: 'Days closed',
      views: 'Views proved',
      events: 'Events proved',
      unproved: 'Places not proved whole',
      findings: 'Found wrong',
      failed: 'Failed',
    },
    troubles: ['unproved', 'findings', 'failed'],
  },
  'take-census': {
    name: 'Census of the lists, every hour of working days',
    counts: {
      censuses: 'Lists counted',
      months: 'Months published',
      'already-had': 'Had already',
      failed: 'Failed',
    },
    troubles: ['failed'],
  },
  'send-messages': {
    name: 'Sending of messages, every minute',
    counts: {
      examined: 'Messages due',
      sent: 'Sent',
      bundled: 'Sent with others',
      cancelled: 'Not needed any more',
      'to-try-again': 'To try again',
      'given-up': 'Given up',
      failed: 'Failed',
    },
    troubles: ['failed'],
  },
};

function wordsOf(schedule: string): ScheduleWords {
  return schedules[schedule] ?? { name: schedule, counts: { failed: 'Failed' }, troubles: ['failed'] };
}

export function missingView(standings: readonly ScheduleStanding[]): Html | false {
  const missing = standings.filter(({ isMissing }) => isMissing);
  if (missing.length === 0) return false;
  return warningCallout({
    heading: 'A schedule has not run',
    content: html`<p>No run was kept when there should have been one:</p><ul>${missing.map(
      ({ schedule }) => html`<li>${wordsOf(schedule).name}</li>`,
    )}</ul><p>What is due stays due until the next run. See whether the schedule is there and enabled.</p>`,
  });
}

export function scheduleView({ schedule, isMissing, runs }: ScheduleStanding): Html {
  const { name, counts, troubles } = wordsOf(schedule);
  const [last] = runs;
  const standing = standingOf(isMissing, last, troubles);
  const heading = html`<h3 class="nhsuk-heading-s">${name} ${statusTag.service(standing)}</h3>`;
  if (last === undefined) return html`${heading}<p>No run is known.</p>`;
  return html`${heading}${table<ScheduleRun>({
    caption: `The last runs: ${name}`,
    isCaptionHidden: true,
    isResponsive: true,
    rows: runs,
    columns: [
      { heading: 'Due', isRowHeader: true, cell: ({ time }) => whenInWords(time) },
      { heading: 'Ended', cell: ({ complete }) => (complete ? 'Complete' : 'Out of time') },
      ...Object.entries(counts).map(
        ([count, said]): Column<ScheduleRun> => ({
          heading: said,
          isNumeric: true,
          cell: (run) => numberInWords(run.counts[count]),
        }),
      ),
    ],
  })}`;
}

function standingOf(isMissing: boolean, last: ScheduleRun | undefined, troubles: readonly string[]): ServiceStanding {
  if (isMissing) return 'missing';
  return last?.complete && troubles.every((count) => !last.counts[count]) ? 'well' : 'incomplete';
}

export function numberInWords(count: number | undefined): string {
  return count === undefined ? 'Not counted' : count.toLocaleString('en-GB');
}
