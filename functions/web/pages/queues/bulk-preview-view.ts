/** Draws who a bulk change will change, and who it cannot change and why, before anything is changed. */
import type { BulkPreview } from '../../../../shared/application/referral/bulk-record.ts';
import type { NewEvent } from '../../../../shared/application/referral/record-referral-event.ts';
import type { QueueRow } from '../../../../shared/domain/queue/queue-row.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import { nameOf } from '../people/name.ts';
import { bulkFrame, peopleCount } from './bulk-ask-view.ts';
import type { Chosen } from './bulk-choice.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkForm } from './bulk-form.ts';
import { refusedTable } from './bulk-refused.ts';
import { ageFact, type RowContext, waitFact } from './row-facts.ts';

export interface Previewed extends BulkPreview {
  readonly event: NewEvent;
  readonly typed: Typed;
  /** Everybody chosen, for going back to the question. */
  readonly chosen: readonly Chosen[];
  readonly key: string;
}

export function previewView(
  context: BulkContext,
  previewed: Previewed,
): Pick<PageContent, 'content' | 'beforeContent'> {
  const { kind, queue, visit } = context;
  const { possible, refused, event, typed, chosen, key } = previewed;
  const rows: RowContext = { policy: visit.policy, queue, today: visit.today };
  return bulkFrame(
    context,
    html`${pageHeading('Check who will change', kind.title)}${
      possible.length === 0
        ? insetText('None of the people you chose can be changed in this way.')
        : html`<p class="nhsuk-lede-text">${kind.will(event, possible.length)}.</p>`
    }${refused.length > 0 && refusedTable(`Cannot change: ${refused.length}`, refused)}${
      possible.length > 0 && willChange(possible, rows)
    }${
      possible.length > 0 &&
      bulkForm(context, {
        name: 'confirm',
        chosen: possible.map(({ key: one, version }) => ({ key: one, version })),
        typed,
        hidden: { key },
        content: button({ text: `Confirm for ${peopleCount(possible.length)}` }),
      })
    }${bulkForm(context, {
      name: 'preview',
      chosen,
      typed,
      hidden: { change: 'answers' },
      content: button({ text: 'Change the answer', variant: 'secondary' }),
    })}`,
  );
}

function willChange(possible: BulkPreview['possible'], context: RowContext): Html {
  return table<QueueRow>({
    caption: `Will change: ${possible.length}`,
    captionSize: 'm',
    isCompact: true,
    isResponsive: true,
    tableClass: 'app-queue',
    rows: possible.map(({ row }) => row),
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cellClass: 'app-queue__name',
        cell: (row) => html`${nameOf(row)}${ageFact(row, context)}`,
      },
      { heading: 'Wait', cellClass: 'app-queue__wait', cell: (row) => waitFact(row, context) },
      { heading: 'Assigned to now', cell: (row) => html`<bdi>${row.assignedTo ?? 'Nobody'}</bdi>` },
    ],
  });
}
