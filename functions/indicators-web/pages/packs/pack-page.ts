/** A pack as it stands: the signed copy where the last edition is signed, otherwise the draft that somebody works on. */
import { readEdition, readPack } from '../../../../shared/application/board/packs.ts';
import { type BoardPack, editionsOf, isSigned, reissueOf } from '../../../../shared/domain/board/board-pack.ts';
import { isWhole, type PackContent } from '../../../../shared/domain/board/pack-document.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { editionPath, reopenPackPath, signPackPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { writtenWords } from '../writer-words.ts';
import { editionView } from './edition-page.ts';
import { packFrame } from './pack-frame.ts';
import { packView } from './pack-view.ts';

const doneWords: Readonly<Record<string, string>> = {
  commented: 'Your commentary is in the pack',
  signed: 'The pack is signed',
  reopened: 'The next edition has begun',
};

export async function packPage(visit: FiguresVisit): Promise<PageAnswer> {
  const { deps, call, params, query, today } = visit;
  const { pack, content } = await readPack(deps, call, params['period'] ?? '');
  const done = doneWords[query.get('done') ?? ''];
  const banner = done && notificationBanner({ variant: 'success', heading: done });
  const last = editionsOf(pack).at(-1);
  if (last !== undefined && isSigned(pack)) {
    const read = await readEdition(deps, call, pack.period, last.edition);
    return packFrame(html`${banner}${editionView(read)}${signedWays(visit, pack)}`);
  }
  return packFrame(
    html`${banner}${packView({ content, today, head: draftHead(visit, pack, content), ways: { visit, pack } })}`,
  );
}

function signedWays(visit: FiguresVisit, pack: BoardPack): Html {
  const may = can(visit.actor, 'board.write', anythingOf(visit.actor)) === 'allowed';
  return html`${editionsView(pack)}${may && linkButton({ text: 'Issue it again', href: reopenPackPath(pack.period), variant: 'secondary' })}`;
}

function draftHead(visit: FiguresVisit, pack: BoardPack, content: PackContent): Html {
  const reissue = reissueOf(pack);
  const isOver = visit.today > content.period.to;
  const maySign = can(visit.actor, 'board.sign', anythingOf(visit.actor)) === 'allowed';
  const waits = !isOver
    ? `The period ends on ${formatDate(content.period.to)}; until then the figures are those of the last month that ended.`
    : isWhole(content)
      ? undefined
      : 'Figures of some waiting lists are not published yet, so it cannot be signed.';
  return html`${warningCallout({
    heading: 'Draft: not signed',
    content: html`<p>Nothing here has been agreed, and figures and words may still change.${waits !== undefined && ` ${waits}`}</p>${
      reissue !== null &&
      html`<p>It is to replace edition ${editionsOf(pack).length}: <span class="app-typed">${reissue.reason}</span> <span class="app-secondary">${writtenWords(reissue)}</span></p>`
    }`,
  })}${maySign && isOver && isWhole(content) && linkButton({ text: 'Sign the pack', href: signPackPath(pack.period) })}${editionsView(pack)}`;
}

/** What was signed before: each edition stays to be read. */
function editionsView(pack: BoardPack): Html | undefined {
  const editions = editionsOf(pack);
  if (editions.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m app-no-print">Signed editions</h2><ul class="nhsuk-list nhsuk-list--bullet app-no-print">${editions.map(
    ({ edition, signed }) =>
      html`<li><a href="${editionPath(pack.period, String(edition))}">Edition ${edition}</a>, signed by ${writtenWords(signed)}</li>`,
  )}</ul>`;
}
