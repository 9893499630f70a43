/** One text that helps while waiting: as families read it, what can be done with it, the editions before, its history. */

import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readHelp, workHelp } from '../../../../../shared/application/community/help.ts';
import { place } from '../../../../../shared/application/family/words/english/place.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import {
  type Help,
  type HelpEdition,
  lastEdition,
  latestContent,
} from '../../../../../shared/domain/community/help.ts';
import { type HelpCardWords, helpCard } from '../../../../../shared/http/family/help-card.ts';
import { backLink } from '../../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../../shared/http/html/components/button.ts';
import { details } from '../../../../../shared/http/html/components/details.ts';
import { summaryList } from '../../../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { whenInWords } from '../../audit/words.ts';
import { helpListPath, helpPath, workPath } from '../addresses.ts';
import {
  audienceWords,
  doneBanner,
  mayWriteHere,
  pressButton,
  pressedPage,
  readingView,
  writerWords,
} from '../parts.ts';
import { helpHistory, helpTags } from './help-words.ts';

/** Staff read the card in English: the words of families’ other pages stay out of the function. */
const words: HelpCardWords = { language: 'en', say: (key) => place[key] };

export async function helpPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, policy, today, actor } = visit;
  const help = await readHelp(deps, call, params['helpId'] ?? '');
  const content = latestContent(help);
  const done = doneBanner(visit, {
    written: 'The draft has been saved. Families do not see it yet',
    published: 'Families read this from now on',
    reviewed: 'The new review date has been saved',
    withdrawn: 'Families do not see this any more',
    restored: 'The draft is the edition that you chose. Families do not see it yet',
  });
  return page({
    title: 'Help while waiting',
    section: 'community',
    beforeContent: backLink({ href: helpListPath, text: 'Back to help while waiting' }),
    content: html`${done}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l"><bdi>${content.title}</bdi></h1>${summaryList(
      {
        rows: [
          { key: 'Status', value: helpTags(help, today) },
          { key: 'For', value: audienceWords(policy, content.queues) },
          { key: 'Review by', value: help.reviewBy === null ? 'No date' : formatDate(help.reviewBy) },
        ],
      },
    )}${mayWriteHere(actor) && buttons(visit, help)}<h2 class="nhsuk-heading-m">${help.draft === null ? 'As families read it' : 'The draft, as families would read it'}</h2>${helpCard(words, content, 3)}${readingView(content.title, content.text)}${published(help)}${editions(visit, help)}<h2 class="nhsuk-heading-m">History</h2>${helpHistory(help.events)}</div></div>`,
  });
}

function published(help: Help): Html | undefined {
  const edition = lastEdition(help);
  if (!help.isShown || help.draft === null || edition === undefined) return undefined;
  return details({ summary: 'What families read now', content: helpCard(words, edition.content, 3) });
}

function buttons(visit: ActingVisit, help: Help): Html {
  const at = (work: string) => workPath(helpPath(help.id), work);
  const canPublish = help.draft !== null || !help.isShown;
  return html`<div class="nhsuk-button-group app-no-print">${canPublish && linkButton({ text: 'Publish', href: at('publish') })}${linkButton({ text: 'Change the text', href: at('write'), variant: 'secondary' })}${help.isShown && linkButton({ text: 'It is still right', href: at('review'), variant: 'secondary' })}</div>${help.isShown && pressButton(visit, help, { action: at('withdraw'), text: 'Withdraw', variant: 'warning' })}`;
}

function editions(visit: ActingVisit, help: Help): Html | undefined {
  if (help.editions.length === 0) return undefined;
  const view = ({ number, at, by, content }: HelpEdition) =>
    details({
      summary: html`Edition ${number}, ${whenInWords(at)}`,
      content: html`<p>Published by ${writerWords(by)}.</p>${helpCard(words, content, 3)}${
        mayWriteHere(visit.actor) &&
        pressButton(visit, help, {
          action: workPath(helpPath(help.id), 'restore'),
          text: `Take edition ${number} back into the draft`,
          value: String(number),
        })
      }`,
    });
  return html`<h2 class="nhsuk-heading-m">Editions</h2>${help.editions.toReversed().map(view)}`;
}

export const helpButtonRoutes: readonly PageRoute[] = [
  pressedPage(workPath(helpPath('{helpId}'), 'withdraw'), async (visit, { seen, key }) => {
    const id = visit.params['helpId'] ?? '';
    await workHelp(visit.deps, writing(visit), { id, seen, key, work: { kind: 'withdrawn' } });
    return `${helpPath(id)}?done=withdrawn`;
  }),
  pressedPage(workPath(helpPath('{helpId}'), 'restore'), async (visit, { seen, key, value }) => {
    const id = visit.params['helpId'] ?? '';
    const work = { kind: 'restored', edition: Number(value) || 0 } as const;
    await workHelp(visit.deps, writing(visit), { id, seen, key, work });
    return `${helpPath(id)}?done=restored`;
  }),
];
