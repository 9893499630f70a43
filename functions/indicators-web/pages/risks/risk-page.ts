/** One risk: what it is, how it is scored, who answers for it, and its history. */
import { readRisk } from '../../../../shared/application/board/risks.ts';
import type { Risk } from '../../../../shared/domain/board/risk.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { catalogue } from '../../../../shared/domain/indicator/catalogue/catalogue.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { cataloguePath, queueFiguresPath, risksPath, riskWorkPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { riskHistory } from './risk-history.ts';
import { impacts, levelNames, likelihoods, overdueTag, scoreView } from './risk-words.ts';

const doneWords: Readonly<Record<string, string>> = {
  raised: 'The risk is in the register',
  changed: 'The risk has been described anew',
  escalated: 'The risk is with the SEND Partnership Board',
  closed: 'The risk is closed',
};

export async function riskPage(visit: FiguresVisit): Promise<PageAnswer> {
  const risk = await readRisk(visit.deps, visit.call, visit.params['riskId'] ?? '');
  const done = doneWords[visit.query.get('done') ?? ''];
  return page({
    title: 'Risk',
    section: 'indicators',
    beforeContent: backLink({ href: risksPath, text: 'Back to the risks' }),
    content: html`${done && notificationBanner({ variant: 'success', heading: done })}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><span class="nhsuk-caption-l">${levelNames[risk.level]}</span><h1 class="nhsuk-heading-l"><bdi>${risk.details.title}</bdi></h1>${facts(visit, risk)}${buttons(visit, risk)}<h2 class="nhsuk-heading-m">History</h2>${riskHistory(risk.events)}</div></div>`,
  });
}

function facts({ policy, today }: FiguresVisit, risk: Risk): Html {
  const { description, queue, indicators, likelihood, impact, owner, dueOn, mitigations } = risk.details;
  const named = new Map(catalogue.map(({ code, name }) => [code, name]));
  const list = queue !== null && policy.queues.find(({ code }) => code === queue);
  return summaryList({
    rows: [
      {
        key: 'Status',
        value: tag(risk.isOpen ? { text: 'Open', colour: 'blue' } : { text: 'Closed', colour: 'grey' }),
      },
      { key: 'Description', value: html`<span class="app-typed">${description}</span>` },
      {
        key: 'Score',
        value: html`${scoreView(risk.details)}<br>Likelihood ${likelihood}, ${likelihoods[likelihood - 1]?.toLowerCase()}; impact ${impact}, ${impacts[impact - 1]?.toLowerCase()}`,
      },
      { key: 'Owner', value: html`<bdi>${owner}</bdi>` },
      { key: 'Due', value: html`${formatDate(dueOn)} ${overdueTag(risk, today)}` },
      { key: 'What is being done', value: html`<span class="app-typed">${mitigations}</span>` },
      {
        key: 'Waiting list',
        value: list ? html`<a href="${queueFiguresPath(list.code)}">${list.name}</a>` : 'No single one',
      },
      {
        key: 'Indicators',
        value:
          indicators.length === 0
            ? 'None named'
            : joined(
                indicators.map((code) => html`<a href="${cataloguePath}#${code}">${named.get(code) ?? code}</a>`),
                ', ',
              ),
      },
    ],
  });
}

function buttons({ actor }: FiguresVisit, { id, isOpen, level }: Risk): Html | undefined {
  if (!isOpen || can(actor, 'board.write', anythingOf(actor)) !== 'allowed') return undefined;
  const link = (text: string, work: string, variant: 'primary' | 'secondary') =>
    linkButton({ text, href: riskWorkPath(id, work), variant });
  return html`<div class="nhsuk-button-group">${level === 'group' && link('Escalate to the Partnership Board', 'escalate', 'primary')}${link('Describe it anew', 'change', 'secondary')}${link('Close the risk', 'close', 'secondary')}</div>`;
}
