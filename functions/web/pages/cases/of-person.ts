/** The cases of a person on their own page: what there is, what can be opened, and their part of the history. */
import type { CaseOfPerson } from '../../../../shared/application/case/case-view.ts';
import type { PersonView } from '../../../../shared/application/person/person-view.ts';
import { kindPolicyOf } from '../../../../shared/domain/case/case-policy.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { DatedEntry } from '../referrals/history.ts';
import { casePath, openCasePath } from './addresses.ts';
import { caseHistory } from './case-history.ts';
import { caseNames } from './case-names.ts';
import type { CasePages } from './case-pages.ts';
import { statusOf, waitingWords } from './case-words.ts';
import { dueFact } from './due-fact.ts';
import { casePages } from './duties.ts';

interface Shown {
  readonly one: CaseOfPerson;
  readonly pages: CasePages;
}

function shownOf({ cases }: PersonView): readonly Shown[] {
  return cases.flatMap((one) => {
    const pages = casePages.get(one.record.kind);
    return pages === undefined ? [] : [{ one, pages }];
  });
}

/** Nothing where the reader works with no duty of the person and may open none. */
export function casesOfPerson(visit: ActingVisit, view: PersonView): Html | undefined {
  const shown = shownOf(view).toSorted((a, b) => Number(b.one.row.open) - Number(a.one.row.open));
  const openable = openableDuties(visit, view);
  if (shown.length === 0 && openable.length === 0) return undefined;
  const rows =
    shown.length === 0
      ? html`<p>None yet.</p>`
      : table<Shown>({
          caption: 'Duties',
          isCaptionHidden: true,
          isResponsive: true,
          rows: shown,
          columns: [
            {
              heading: 'Duty',
              isRowHeader: true,
              cell: ({ one: { row } }) => html`<a href="${casePath(row)}">${caseNames[row.kind].one}</a>`,
            },
            { heading: 'Status', cell: ({ one, pages }) => statusOf(pages, one.row.status) },
            { heading: 'Due', cell: ({ one, pages }) => dueFact(one.row, pages.dueWords, visit.today) },
            { heading: 'Next step', cell: ({ one }) => waitingWords(one.row) ?? '' },
          ],
        });
  return html`<h2 class="nhsuk-heading-m">Duties</h2>${rows}${
    openable.length > 0 &&
    html`<div class="app-no-print nhsuk-button-group">${openable.map(({ kind, opensWith, forms }) => {
      const form = opensWith === undefined ? null : forms[opensWith];
      return form === null || form === undefined
        ? undefined
        : linkButton({ text: form.action, href: openCasePath(view.person.id, kind), variant: 'secondary' });
    })}</div>`
  }`;
}

function openableDuties({ actor, policy }: ActingVisit, { person, cases }: PersonView): readonly CasePages[] {
  return [...casePages.values()].filter(({ kind, opensWith, onlyOne }) => {
    if (opensWith === undefined || person.mergedInto !== null) return false;
    const { services, overseers } = kindPolicyOf(policy, kind);
    const subject = { place: actor.place, services: [...services, ...overseers], restricted: false };
    const hasOne = onlyOne === true && cases.some(({ record }) => record.kind === kind);
    return can(actor, 'case.open', subject) === 'allowed' && !hasOne;
  });
}

/** What happened to the cases, for the line of everything that happened. */
export function caseEntriesOfPerson(visit: ActingVisit, view: PersonView): readonly DatedEntry[] {
  return shownOf(view).flatMap(({ one, pages }) =>
    caseHistory(pages, one.record, { reader: visit.actor, policy: visit.policy, name: caseNames[one.record.kind].one }),
  );
}
