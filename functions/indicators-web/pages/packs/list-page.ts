/** The board packs of a place: what is written, what is signed. */
import { listPacks } from '../../../../shared/application/board/packs.ts';
import { type BoardPack, editionsOf, isSigned } from '../../../../shared/domain/board/board-pack.ts';
import { periodOf } from '../../../../shared/domain/board/period.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { beginPackPath, packPath, packsPath } from '../../addresses.ts';
import { type FiguresVisit, figuresPage } from '../parts.ts';
import { writerWords } from '../writer-words.ts';

export async function packsPage(visit: FiguresVisit): Promise<PageAnswer> {
  const packs = await listPacks(visit.deps, visit.call);
  const may = can(visit.actor, 'board.write', anythingOf(visit.actor)) === 'allowed';
  return figuresPage(visit, {
    title: 'Board packs',
    at: packsPath,
    content: html`<p>One document for the SEND Partnership Board and a month or a quarter. What is signed is kept as it was and never changes; a mistake is put right in a further edition, with the reason.</p>${
      may && linkButton({ text: 'Begin a pack', href: beginPackPath })
    }${
      packs.length === 0
        ? insetText(html`<p>There are none yet.</p>`)
        : table<BoardPack>({
            caption: 'Board packs',
            isCaptionHidden: true,
            isResponsive: true,
            rows: packs,
            columns: [
              {
                heading: 'Period',
                isRowHeader: true,
                cell: ({ period }) => html`<a href="${packPath(period)}">${periodOf(period).name}</a>`,
              },
              { heading: 'Status', cell: packTag },
              { heading: 'Last signed by', cell: signedBy },
            ],
          })
    }`,
  });
}

export function packTag(pack: BoardPack): Html {
  const editions = editionsOf(pack).length;
  if (isSigned(pack)) return tag({ text: editions === 1 ? 'Signed' : `Signed, edition ${editions}`, colour: 'green' });
  return tag({ text: editions === 0 ? 'Draft' : `Draft of edition ${editions + 1}`, colour: 'yellow' });
}

function signedBy(pack: BoardPack): Html {
  const last = editionsOf(pack).at(-1);
  if (last === undefined) return html`<span class="app-secondary">nobody yet</span>`;
  const { by, agreedOn } = last.signed;
  return html`${writerWords(by)}${agreedOn !== null && html`, agreed ${formatDate(agreedOn)}`}`;
}
