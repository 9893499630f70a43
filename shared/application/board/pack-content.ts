/** What a pack says as things stand: figures as released, whoever asks, so that everybody reads the same pack. */
import type { BoardPack } from '../../domain/board/board-pack.ts';
import { inForce } from '../../domain/board/chart-rebases.ts';
import { evidenceOf } from '../../domain/board/evidence.ts';
import type { PackContent, PackQueue } from '../../domain/board/pack-document.ts';
import { type Period, periodOf } from '../../domain/board/period.ts';
import { inOrder, type Risk } from '../../domain/board/risk.ts';
import { headlineOf } from '../../domain/indicator/headline.ts';
import type { PlaceFacts } from '../../domain/indicator/place-facts.ts';
import { figuresNotFound } from '../indicators/figure-view.ts';
import { MOST_MONTHS } from '../indicators/read-figures.ts';
import type { BoardDeps } from './board-deps.ts';

/** Months of a chart. */
const MONTHS_SHOWN = 24;

/** @throws `not-found` `figures-not-found` before the first census. */
export async function packContent(deps: BoardDeps, pack: BoardPack): Promise<PackContent> {
  const { place } = pack;
  const period = periodOf(pack.period);
  const facts = await deps.figures.facts(place);
  if (facts === undefined) throw figuresNotFound();
  const [found, duties, risks] = await Promise.all([
    Promise.all(facts.queues.map((queue) => queueOf(deps, place, period, queue))),
    deps.figures.duties(place, 'released', period.to),
    deps.board.risks(place),
  ]);
  const queues = found.flatMap((each) => each ?? []);
  return {
    format: 1,
    place: facts.place,
    organisation: facts.branding.organisation,
    period: { code: period.code, name: period.name, from: period.from, to: period.to },
    view: 'released',
    queues,
    notPublished: facts.queues
      .filter(({ code }) => !queues.some(({ queue }) => queue === code))
      .map(({ name }) => name),
    duties: duties ?? null,
    priorities: evidenceOf(place, queues, duties?.figures ?? []),
    risks: inOrder(risks).flatMap((risk) => (risk.isOpen ? [openRisk(risk)] : [])),
    closedRisks: risks.flatMap((risk) => closedIn(period, risk)),
    comments: Object.fromEntries(
      Object.entries(pack.comments).map(([section, { text, by, at }]) => [section, { text, by: who(by), at }]),
    ),
  };
}

async function queueOf(
  { figures, board }: BoardDeps,
  place: string,
  { to, months: [first, ...others] }: Period,
  { code, name, standard }: PlaceFacts['queues'][number],
): Promise<PackQueue | undefined> {
  const last = others.at(-1) ?? first;
  const [published, newest, series, rebases] = await Promise.all([
    figures.month(place, code, 'released', last),
    figures.month(place, code, 'released'),
    figures.series(place, code, 'released', MOST_MONTHS),
    board.rebases(place, code),
  ]);
  // Before its month is published a draft shows the one before, and says so; never a later one.
  const shown = published ?? (newest !== undefined && newest.month.to < to ? newest : undefined);
  if (shown === undefined) return undefined;
  const months = series.filter(({ month }) => month <= last).slice(-MONTHS_SHOWN);
  return {
    ...{ queue: code, name, standard },
    stamp: shown.figures.stamp,
    completeness: shown.figures.completeness,
    isOfPeriod: published !== undefined,
    ...headlineOf(shown.figures),
    months: months.map(({ month, edition, open, percentWithin, medianWeeks, additions, seen, percentSeenWithin }) => ({
      ...{ month, edition, open, percentWithin, medianWeeks, additions, seen, percentSeenWithin },
    })),
    rebases: inForce(rebases ?? { events: [] }).map(({ measure, from, reason, by, at }) => ({
      ...{ measure, from, reason, at },
      by: who(by),
    })),
    gaps: shown.figures.gaps,
    adults: shown.figures.cuts.flatMap(({ groups }) => groups).find((group) => group.code === '18-25') ?? null,
  };
}

function openRisk({ id, level, details, events }: Risk): PackContent['risks'][number] {
  const escalated = events.find(({ kind }) => kind === 'escalated');
  return {
    id,
    level,
    details,
    escalated: escalated === undefined ? null : { on: escalated.on, reason: escalated.reason },
  };
}

function closedIn({ from, to }: Period, { details, events }: Risk): PackContent['closedRisks'] {
  return events.flatMap(({ kind, on, reason }) =>
    kind === 'closed' && from <= on && on <= to ? [{ title: details.title, on, reason }] : [],
  );
}

function who({ name, role }: { readonly name: string; readonly role: string }) {
  return { name, role };
}
