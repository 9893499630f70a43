/** What the pages of an EHC assessment say: its list, its record and its forms. */

import { rightsTimeline } from '../../../../shared/domain/calendar/age.ts';
import { formatDate, formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { AssessmentEventKind, AssessmentFacts } from '../../../../shared/domain/ehc/assessment-facts.ts';
import { assessmentRowFacts } from '../../../../shared/domain/ehc/assessment-row.ts';
import type { AssessmentState } from '../../../../shared/domain/ehc/assessment-state.ts';
import { assessmentEventWords, limitGroundWords } from '../../../../shared/domain/ehc/event-words.ts';
import { assessmentActions } from '../../../../shared/domain/ehc/next-actions.ts';
import { ehcRulesOn } from '../../../../shared/domain/ehc/rule-set.ts';
import { limitDates } from '../../../../shared/domain/ehc/timetable.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { type Content, html } from '../../../../shared/http/html/html.ts';
import { teamName } from '../alerts/alert-words.ts';
import type { CaseOnPage, CasePages } from '../cases/case-pages.ts';
import { adviceAndFamilyPath, chasesPath, figuresPath } from './addresses.ts';
import { asCaseForm } from './forms/as-case-forms.ts';
import { assessmentForms } from './forms/assessment-forms.ts';
import { planView } from './plan-view.ts';
import { timetableView } from './timetable-view.ts';
import { dueWords, limitWords, requesterWords, stageLabels } from './words.ts';

type Pages = CasePages<AssessmentFacts, AssessmentState>;
type Open = CaseOnPage<AssessmentState>;

/** What usually comes next stands first: the first that fits is the page's main button. */
const inOrder: readonly AssessmentEventKind[] = [
  'request-received',
  'decision',
  'advice-asked',
  'family-responded',
  'plan-final',
  'draft-served',
  'amended-plan-final',
  'review-advice-circulated',
  'review-report',
  'review-notice',
  'review-meeting',
  'review-meeting-set',
  'transfer-plan-final',
  'transfer-planned',
  'no-plan-notice',
  'limit-exception',
  'appeal-ended',
  'appeal-lodged',
  'mediation-certificate',
  'closed',
  'noted',
];

export const assessmentPages: Pages = {
  kind: 'ehc-assessment',
  about:
    'Requests for an EHC needs assessment, against the legal timetable of 6, 16 and 20 weeks, and the plans that came of them with their yearly reviews.',
  statuses: stageLabels,
  openStatuses: ['deciding', 'assessing', 'drafting', 'plan-in-force'],
  dueWords,
  columns: [
    {
      heading: 'Requested',
      cell: (row) => {
        const facts = assessmentRowFacts(row);
        return facts === undefined ? '' : formatDateShort(facts.requestedOn);
      },
    },
    {
      heading: 'Plan due',
      cell: (row) => {
        const facts = assessmentRowFacts(row);
        if (facts === undefined || facts.done['final-plan'] !== null) return '';
        const due = limitDates(facts.requestedOn, ehcRulesOn(facts.requestedOn))['final-plan'];
        return html`${formatDateShort(due)}${facts.lifted.has('final-plan') && html`<br><span class="app-secondary">exception</span>`}`;
      },
    },
  ],
  links: [
    { text: 'Advice to be chased', href: chasesPath },
    { text: 'Figures of a period', href: figuresPath },
  ],
  happened: assessmentEventWords,
  details: detailsOf,
  facts: sideFacts,
  body,
  opensWith: 'request-received',
  forms: formsOf(),
};

function formsOf(): Pages['forms'] {
  const forms = inOrder.map((kind) => {
    const form = asCaseForm<AssessmentFacts, AssessmentState>(kind, assessmentForms[kind], assessmentActions);
    return [kind, form] as const;
  });
  // Each form is its kind's own; a list of them cannot say so.
  return Object.fromEntries(forms) as unknown as Pages['forms'];
}

function sideFacts({ visit, person, view }: Open): ReturnType<Pages['facts']> {
  if (view === null) return [];
  const { requestedOn, requestedBy, councilReference, closed } = view.state;
  const { sendRightsFrom } = rightsTimeline(person.details.birthDate);
  return [
    { key: 'Requested', value: formatDate(requestedOn) },
    { key: 'Asked by', value: requesterWords[requestedBy] },
    { key: 'Council’s reference', value: councilReference ?? 'None' },
    {
      key: 'Rights',
      value:
        visit.today >= sendRightsFrom
          ? 'The young person’s own'
          : `The parent’s; the young person’s own from ${formatDate(sendRightsFrom)}`,
    },
    closed !== null && { key: 'Closed', value: formatDate(closed.on) },
  ];
}

function body({ visit, view }: Open): Content {
  if (view === null) return undefined;
  const { personId, id: caseId } = view.record;
  const { asked } = view.state;
  return html`<p><a href="${adviceAndFamilyPath({ personId, caseId })}">Advice from services, and what the family is shown</a><br><span class="app-secondary">${
    asked.length === 0 ? 'No service has been asked yet' : `${counted(asked.length, 'request')} for advice`
  }</span></p>${timetableView(view.state)}${planView(view.state, visit.today)}`;
}

type Line = readonly [term: string, text: string | undefined];

function detailsOf(facts: AssessmentFacts, policy: Policy): readonly Line[] {
  switch (facts.kind) {
    case 'request-received':
      return [
        ['Asked by', requesterWords[facts.requestedBy]],
        ['Council’s reference', facts.councilReference],
      ];
    case 'advice-asked':
      return [
        ['Services', facts.services.map((service) => teamName(policy, service)).join(', ')],
        ['At the family’s request', facts.familyAsked ? 'Yes' : undefined],
      ];
    case 'limit-exception':
      return [
        ['Because', limitGroundWords[facts.ground]],
        ['Lifts', facts.limits.map((limit) => limitWords[limit].toLowerCase()).join(', ')],
        ['Evidence', facts.evidence],
        ['Approved by', facts.approver],
        ['Away from', facts.leftOn && formatDate(facts.leftOn)],
        ['Closed from', facts.closedOn && formatDate(facts.closedOn)],
      ];
    case 'noted':
      return [['', facts.note]];
    default:
      return [];
  }
}
