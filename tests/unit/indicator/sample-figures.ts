/** Figures as a census publishes them, for tests that need some and do not care which. */
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { DutyFigure, DutyFigures } from '../../../shared/domain/indicator/duty-figures.ts';
import type { ChangeReason, MonthFigures, SeriesPoint } from '../../../shared/domain/indicator/month/month-figures.ts';
import type { Overview, OverviewQueue, TrendPoint } from '../../../shared/domain/indicator/overview.ts';
import type { CutFigures, Gap, GroupFigures, QueueFigures } from '../../../shared/domain/indicator/queue-figures.ts';
import { type Completeness, RULES_VERSION, type Stamp } from '../../../shared/domain/indicator/stamp.ts';

export function sampleStamp(changes: Partial<Stamp> = {}): Stamp {
  return {
    asAt: localDate('2026-10-31'),
    takenAt: parseInstant('2026-11-01T00:00:00Z'),
    rules: RULES_VERSION,
    policy: 1,
    deprivation: 'synthetic-2025',
    suppression: 'none',
    ...changes,
  };
}

const standard = { days: 126, name: '18 weeks', national: true };
const completeness: Completeness = { ethnicity: 91, deprivation: 97, whole: true };

const headline = {
  open: 120,
  within: 90,
  over: 30,
  percentWithin: 75,
  medianWeeks: 11.4,
  p92Weeks: 24.3,
  p95Weeks: 30.1,
  over52Weeks: 6,
  longestDays: 402,
  longestOverDays: 364,
} as const;

const group = (code: string, open: number): GroupFigures => ({
  code,
  label: code,
  open,
  within: open - 5,
  percentWithin: 80,
  medianWeeks: 10.1,
});

const cut: CutFigures = {
  code: 'age',
  label: 'Age',
  withheld: false,
  groups: [group('0-4', 70), group('5-10', 50)],
  rollups: [],
};
const gap: Gap = {
  cut: 'deprivation',
  group: 'Q1',
  groupLabel: 'Most deprived fifth',
  against: 'Q2-5',
  againstLabel: 'All others',
  percentPoints: -8,
  medianDays: 12,
  groupOpen: 40,
  againstOpen: 80,
};

export function sampleQueue(changes: Partial<QueueFigures> = {}): QueueFigures {
  return {
    queue: 'SALT',
    name: 'Speech and language therapy',
    service: 'salt',
    standard,
    stamp: sampleStamp(),
    completeness,
    ...headline,
    bands: [
      { code: '0-1-weeks', label: '0-1 wk', from: 0, to: 7, count: 20 },
      { code: 'over-52-weeks', label: '52+ wk', from: 365, to: null, count: 6 },
    ],
    longWaits: [{ code: 'over-52-weeks', label: 'Over 52 weeks', overDays: 364, count: 6 }],
    benchmark: { median: 11.3, p92: 24.1, p95: '104+' },
    byAge: null,
    cuts: [cut],
    gaps: [gap],
    ...changes,
  };
}

const changed: { readonly why: ChangeReason; readonly count: number } = { why: 'recorded-late', count: 3 };

export function sampleMonth(changes: Partial<MonthFigures> = {}): MonthFigures {
  return {
    queue: 'SALT',
    name: 'Speech and language therapy',
    month: '2026-10',
    from: localDate('2026-10-01'),
    to: localDate('2026-10-31'),
    stamp: sampleStamp(),
    edition: 1,
    withheld: false,
    changes: [changed],
    opening: 110,
    additions: 35,
    removals: [{ reason: 'seen', label: 'Seen', count: 25 }],
    removed: 25,
    netChange: 10,
    closing: 120,
    received: 36,
    accepted: 30,
    rejected: 2,
    seen: 25,
    seenWithin: 20,
    percentSeenWithin: 80,
    clearanceWeeks: 20.4,
    attended: 90,
    missed: 10,
    percentMissed: 10,
    firstContacts: 30,
    followUpsPerFirst: 2,
    triaged: 30,
    triagedWithin: 27,
    percentTriagedWithin: 90,
    ...changes,
  };
}

export function samplePoint(month: string, changes: Partial<SeriesPoint> = {}): SeriesPoint {
  const told = { additions: 35, seen: 25, removed: 25, percentSeenWithin: 80 };
  return { month, edition: 1, stamp: sampleStamp(), ...headline, ...told, ...changes };
}

export function sampleOverview(changes: Partial<Overview> = {}): Overview {
  const point: TrendPoint = {
    asAt: localDate('2026-09-30'),
    open: 110,
    percentWithin: 77,
    medianWeeks: 11,
    p92Weeks: 23,
  };
  const queue: OverviewQueue = {
    ...headline,
    queue: 'SALT',
    name: 'Speech and language therapy',
    service: 'salt',
    standard,
    stamp: sampleStamp(),
    completeness,
    trend: [point],
  };
  return { place: 'liverpool', stamp: sampleStamp(), queues: [queue], ...changes };
}

export function sampleDuties(changes: Partial<DutyFigures> = {}): DutyFigures {
  const figure: DutyFigure = {
    indicator: 'ld-health-checks',
    label: 'Annual health checks',
    period: '2026/27',
    numerator: 60,
    denominator: 80,
    percent: 75,
  };
  return { place: 'liverpool', stamp: sampleStamp(), figures: [figure], ...changes };
}
