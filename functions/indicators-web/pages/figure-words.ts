/** Figures as they are written, and what every page of figures says of them: as at when, how complete, how safe to show. */
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { localDateOf, localTimeOf } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type Figure, type FigureView, HIDDEN } from '../../../shared/domain/indicator/figure.ts';
import type { Completeness, Stamp } from '../../../shared/domain/indicator/stamp.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

/** A figure, never a guess in its place. */
export function shown(figure: Figure, unit = ''): string {
  if (figure === null) return 'not enough data';
  return figure === HIDDEN ? HIDDEN : `${figure}${unit}`;
}

/** The figure where it is a number; null where there is none, or a hidden one. */
export function numberOf(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null;
}

/** Beside every set of figures: how fresh and how whole they are. */
export function freshness(stamp: Stamp, completeness?: Completeness): Html {
  const taken = `${formatDate(localDateOf(stamp.takenAt))}, ${localTimeOf(stamp.takenAt).time}`;
  return html`<p class="app-secondary">As at the end of ${formatDate(stamp.asAt)}. Counted ${taken}, by rules ${stamp.rules} and policy ${stamp.policy}. ${
    completeness === undefined ? '' : completenessTag(completeness)
  }</p>`;
}

/** A share that is null is of nobody, or would tell a small number: nothing is said of it. */
function completenessTag({ ethnicity, deprivation, whole }: Completeness): Html | undefined {
  if (!whole) return tag({ text: 'Incomplete', colour: 'red' });
  const known = Object.entries({ ethnicity, deprivation }).flatMap(([of, share]) =>
    share === null ? [] : { of, share },
  );
  if (known.length === 0) return undefined;
  const least = Math.min(...known.map(({ share }) => share));
  const words = known.map(({ of, share }) => `${of} known for ${share}%`).join(', ');
  const text = `${words[0]?.toUpperCase()}${words.slice(1)}`;
  return tag({ text, colour: least >= 90 ? 'green' : least >= 70 ? 'yellow' : 'orange' });
}

/** What whoever may not see small numbers is told of the stars. */
export function releasedWords(view: FigureView): Html | undefined {
  return view === 'released'
    ? html`<p>A star stands for a number too small to show safely. Other counts are rounded to the nearest 5, and shares to whole per cent.</p>`
    : undefined;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 26`. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? ''} ${year.slice(2)}`;
}

/** `March 2026`. */
export function monthInFull(month: string): string {
  return formatDate(localDate(`${month}-01`)).replace(/^1 /, '');
}
