/** Under a chart: where its limits were drawn anew, by whom and why, and the ways to do and undo it. */
import { type ChartMeasure, type ChartRebases, rebasesOf } from '../../../../shared/domain/board/chart-rebases.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { rebasePath, undoRebasePath } from '../../addresses.ts';
import { monthWords } from '../figure-words.ts';
import { measureNames } from '../measured-series.ts';
import type { FiguresVisit } from '../parts.ts';
import { writtenWords } from '../writer-words.ts';

export function rebasesView({ actor }: Pick<FiguresVisit, 'actor'>, paper: ChartRebases, measure: ChartMeasure): Html {
  const may = can(actor, 'indicator.rebase', anythingOf(actor)) === 'allowed';
  const { queue } = paper;
  const name = measureNames[measure].toLowerCase();
  const rebases = rebasesOf(paper, measure).map(
    (rebase) =>
      html`<li>Limits drawn anew from ${monthWords(rebase.from)}: <span class="app-typed">${rebase.reason}</span> <span class="app-secondary">${writtenWords(rebase)}</span>${
        may &&
        html` <a class="app-no-print" href="${undoRebasePath(queue, measure, rebase.from)}">Undo<span class="nhsuk-u-visually-hidden"> the new limits of ${name} from ${monthWords(rebase.from)}</span></a>`
      }</li>`,
  );
  return html`${rebases.length > 0 && html`<ul class="nhsuk-list nhsuk-list--bullet">${rebases}</ul>`}${
    may &&
    html`<p class="app-no-print"><a href="${rebasePath(queue, measure)}">Draw the limits anew<span class="nhsuk-u-visually-hidden"> of ${name}</span></a></p>`
  }`;
}
