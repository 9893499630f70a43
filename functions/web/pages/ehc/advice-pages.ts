/** What the pages of one service's advice say: its list, its record and its forms. */

import { caseSubject } from '../../../../shared/application/case/case-subject.ts';
import { formatDate, formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { kindPolicyOf } from '../../../../shared/domain/case/case-policy.ts';
import type { AdviceEventKind, AdviceFacts } from '../../../../shared/domain/ehc/advice-facts.ts';
import { adviceRowFacts } from '../../../../shared/domain/ehc/advice-row.ts';
import type { AdviceState } from '../../../../shared/domain/ehc/advice-state.ts';
import { adviceEventWords } from '../../../../shared/domain/ehc/event-words.ts';
import { adviceActions } from '../../../../shared/domain/ehc/next-actions.ts';
import { qualityItems } from '../../../../shared/domain/ehc/quality.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { teamName } from '../alerts/alert-words.ts';
import { casePath } from '../cases/addresses.ts';
import type { CaseForm, CaseOnPage, CasePages } from '../cases/case-pages.ts';
import { chasesPath } from './addresses.ts';
import { adviceView } from './advice-view.ts';
import { adviceForms } from './forms/advice-forms.ts';
import { asCaseForm } from './forms/as-case-forms.ts';
import { adviceLabels, dueWords, qualityItemWords } from './words.ts';

type Pages = CasePages<AdviceFacts, AdviceState>;

export const advicePages: Pages = {
  kind: 'ehc-advice',
  about:
    'Advice that services owe for EHC assessments, each due 6 weeks after its body received the request. Whoever does not know the child replies too.',
  statuses: adviceLabels,
  openStatuses: ['awaited', 'overdue', 'overdue-exception'],
  dueWords,
  columns: [
    {
      heading: 'Received',
      cell: (row) => {
        const facts = adviceRowFacts(row);
        return facts === undefined ? '' : formatDateShort(facts.receivedOn);
      },
    },
    {
      heading: 'Chase from',
      cell: (row) => {
        const from = adviceRowFacts(row)?.chaseFrom ?? null;
        return from === null ? '' : formatDateShort(from);
      },
    },
  ],
  links: [{ text: 'Advice to be chased', href: chasesPath }],
  happened: adviceEventWords,
  details: detailsOf,
  facts: sideFacts,
  body: ({ visit, view }) => view !== null && adviceView(view.state, visit.today),
  forms: formsOf(),
};

function formsOf(): Pages['forms'] {
  const forms = Object.entries(adviceForms).map(
    ([kind, form]) =>
      [kind, asCaseForm<AdviceFacts, AdviceState>(kind as AdviceEventKind, form, adviceActions)] as const,
  );
  // Each form is its kind's own; a list of them cannot say so. What follows from the assessment has none.
  const all = { ...Object.fromEntries(forms), asked: null, withdrawn: null };
  return all as unknown as Record<AdviceEventKind, CaseForm<never, AdviceState> | null> as Pages['forms'];
}

function sideFacts({ visit, view }: CaseOnPage<AdviceState>): ReturnType<Pages['facts']> {
  if (view === null) return [];
  const { actor, policy } = visit;
  const { service, assessmentId, timeliness, rules } = view.state;
  const [coordinating = ''] = kindPolicyOf(policy, 'ehc-assessment').services;
  const subject = caseSubject(actor.place, { kind: 'ehc-assessment', service: coordinating }, policy);
  const assessment = casePath({ personId: view.record.personId, kind: 'ehc-assessment', caseId: assessmentId });
  return [
    { key: 'Service', value: teamName(policy, service) },
    { key: 'Due', value: formatDate(timeliness.due) },
    can(actor, 'case.read', subject) === 'allowed' && {
      key: 'For',
      value: html`<a href="${assessment}">the assessment</a>`,
    },
    { key: 'Rules', value: rules.source },
  ];
}

type Line = readonly [term: string, text: string | undefined];

function detailsOf(facts: AdviceFacts): readonly Line[] {
  switch (facts.kind) {
    case 'exception':
      return [
        ['Evidence', facts.evidence],
        ['Approved by', facts.approver],
        ['Away from', facts.leftOn && formatDate(facts.leftOn)],
        ['Away to', facts.returnedOn && formatDate(facts.returnedOn)],
      ];
    case 'delay-explained':
    case 'noted':
      return [['', facts.note]];
    case 'existing-advice-accepted':
      return [
        ['Written', formatDate(facts.writtenOn)],
        ['Author agreed', formatDate(facts.authorAgreedOn)],
        ['Authority agreed', formatDate(facts.authorityAgreedOn)],
        ['Family agreed', formatDate(facts.familyAgreedOn)],
      ];
    case 'quality-checked':
      return qualityItems.map((item) => [qualityItemWords[item], facts.checklist[item].replaceAll('-', ' ')]);
    default:
      return [];
  }
}
