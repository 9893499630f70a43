/** A signed edition: drawn from the kept copy alone, and the copy itself as a file. */
import { type EditionRead, readEdition } from '../../../../shared/application/board/packs.ts';
import { editionsOf } from '../../../../shared/domain/board/board-pack.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { editionFilePath, packPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { writerWords, writtenWords } from '../writer-words.ts';
import { packFrame } from './pack-frame.ts';
import { packView } from './pack-view.ts';

export async function editionPage(visit: FiguresVisit): Promise<PageAnswer> {
  return packFrame(editionView(await editionOf(visit)));
}

export async function editionFilePage(visit: FiguresVisit): Promise<PageAnswer> {
  const { pack, document, text } = await editionOf(visit);
  return fileAnswer(
    `board-pack-${pack.period}-edition-${document.edition}.json`,
    'application/json; charset=utf-8',
    text,
  );
}

function editionOf({ deps, call, params }: FiguresVisit): Promise<EditionRead> {
  return readEdition(deps, call, params['period'] ?? '', Number(params['edition'] ?? ''));
}

export function editionView({ pack, document, sha256 }: EditionRead): Html {
  const { edition, signed, replaces } = document;
  const later = editionsOf(pack).length > edition;
  const head = html`${
    later &&
    insetText(
      html`<p>A later edition replaces this one. <a href="${packPath(pack.period)}">Go to the pack as it stands</a></p>`,
    )
  }<p class="app-pack__seal"><strong>Edition ${edition}. Agreed on ${formatDate(signed.agreedOn)}.</strong> Signed by ${writtenWords(signed)}.</p>${
    replaces !== null &&
    html`<p>It replaces edition ${replaces.edition}: <span class="app-typed">${replaces.reason}</span> <span class="app-secondary">${writerWords(replaces.by)}</span></p>`
  }<p class="app-secondary app-pack__hash">This copy never changes. <a href="${editionFilePath(pack.period, String(edition))}">The copy as a file (JSON)</a>, SHA-256 <code>${sha256}</code></p>`;
  return packView({ content: document, today: localDateOf(signed.at), head });
}
