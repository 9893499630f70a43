/** Whether the audit is whole: one slice of the verification a page, with everything that is wrong named. */
import { type LastNight, lastNight } from '../../../../shared/application/audit/last-night.ts';
import { type VerifiedSlice, verifyAudit } from '../../../../shared/application/audit/verify-audit.ts';
import { type AuditFinding, type ChainKind, faultMeanings } from '../../../../shared/domain/audit/finding.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { auditPath, verificationPath } from './addresses.ts';
import { manyOf, whenInWords } from './words.ts';

const title = 'Is the audit whole?';

const chainNames: Readonly<Record<ChainKind, string>> = {
  views: 'What a member of staff saw',
  history: 'The history of a record',
  list: 'A list by which views are found',
  heads: 'The daily heads of the place',
};

export async function verificationPage(visit: ActingVisit): Promise<PageAnswer> {
  const [night, { slice, next }] = await Promise.all([
    lastNight(visit.deps, visit.call),
    verifyAudit(visit.deps, visit.call, visit.query.get('cursor') ?? undefined),
  ]);
  return page({
    title,
    section: 'audit',
    beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }),
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>Each entry carries the hash of the one before it. This walks the entries and finds any that was removed, altered or moved since it was written. It is done every night as well.</p><p>${nightInWords(night)}</p><h2 class="nhsuk-heading-m">This part, as at ${whenInWords(visit.now)}</h2>${outcome(slice)}<p>${looked(slice)}</p>${
      next === undefined
        ? html`<p role="status">That was the last part.</p>`
        : linkButton({ text: 'Check the next part', href: `${verificationPath}?cursor=${encodeURIComponent(next)}` })
    }`,
  });
}

function nightInWords(night: LastNight | undefined): string {
  if (night === undefined) return 'No nightly check is known yet. Go through every part here.';
  const when = `The last nightly check, of ${whenInWords(night.at)},`;
  if (night.isWhole) return `${when} proved every entry of every place.`;
  return night.findings > 0
    ? `${when} found ${manyOf(night.findings, 'thing', 'things')} wrong, here or in another place. Go through every part here.`
    : `${when} did not prove every entry. Go through every part here.`;
}

function looked({ heads, chains, views, people, events }: VerifiedSlice): string {
  return `Looked at in this part: ${[
    manyOf(views, 'view', 'views'),
    manyOf(chains, 'member of staff', 'members of staff'),
    manyOf(events, 'event', 'events'),
    manyOf(people, 'person', 'people'),
    manyOf(heads, 'daily head', 'daily heads'),
  ].join(', ')}.`;
}

function outcome({ findings }: VerifiedSlice): Html {
  if (findings.length === 0) return insetText(html`<p>Nothing is wrong in this part.</p>`);
  return html`${warningCallout({
    heading: 'Something is wrong',
    content: html`<p>Tell whoever is responsible for information security. Change nothing, and keep a copy of this page.</p>`,
  })}${table<AuditFinding>({
    caption: 'What is wrong',
    isResponsive: true,
    rows: findings,
    columns: [
      {
        heading: 'Where',
        isRowHeader: true,
        cell: ({ chain }) => html`${chainNames[chain.of]}<br><span class="app-secondary">${chain.id}</span>`,
      },
      { heading: 'Numbers', cell: ({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`) },
      { heading: 'What', cell: ({ fault }) => faultMeanings[fault] },
    ],
  })}`;
}
