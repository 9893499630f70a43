/** The risk register: what the board has, what the group watches, and what is closed. */
import { listRisks } from '../../../../shared/application/board/risks.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { raiseRiskPath, risksPath } from '../../addresses.ts';
import { type FiguresVisit, figuresPage } from '../parts.ts';
import { riskTable } from './risk-table.ts';
import { levelNames } from './risk-words.ts';

export async function registerPage(visit: FiguresVisit): Promise<PageAnswer> {
  const { deps, call, actor, today } = visit;
  const risks = await listRisks(deps, call);
  const open = risks.filter(({ isOpen }) => isOpen);
  const closed = risks.filter(({ isOpen }) => !isOpen);
  const part = (level: 'board' | 'group'): Html | undefined => {
    const those = open.filter((risk) => risk.level === level);
    return those.length === 0 ? undefined : riskTable(levelNames[level], those, today);
  };
  return figuresPage(visit, {
    title: 'Risks',
    at: risksPath,
    content: html`<p>Risks to the waiting lists and duties. The Performance and Compliance Group watches them, and escalates to the SEND Partnership Board what it cannot settle.</p>${
      can(actor, 'board.write', anythingOf(actor)) === 'allowed' &&
      linkButton({ text: 'Raise a risk', href: raiseRiskPath })
    }${open.length === 0 && insetText(html`<p>No risk is open.</p>`)}${part('board')}${part('group')}${
      closed.length > 0 &&
      details({ summary: `Closed risks (${closed.length})`, content: riskTable('Closed risks', closed, today, true) })
    }`,
  });
}
