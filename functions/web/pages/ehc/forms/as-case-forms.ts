/** The forms of assessments and advice as the pages of every case take them. */
import type { CaseFacts } from '../../../../../shared/domain/case/case.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { CaseForm, CaseOnPage } from '../../cases/case-pages.ts';
import { dayToType } from '../../referrals/event-forms/event-form.ts';
import type { EhcForm } from './ehc-form.ts';

/**
 * @param happened the kind of event.
 * @param actions the kinds that fit the record as it stands.
 */
export function asCaseForm<F extends CaseFacts, S>(
  happened: F['kind'],
  form: EhcForm<S>,
  actions: (state: S) => readonly string[],
): CaseForm<F, S> {
  const { action, day, dayHint, place, facts, saveLabel } = form;
  const stateOf = ({ view }: CaseOnPage<S>) => view?.state;
  return {
    action,
    day: dayToType(day, dayHint),
    offered: (state) => actions(state).includes(happened),
    intro: (open) => {
      const state = stateOf(open);
      const said = state === undefined ? undefined : form.intro?.(state);
      return typeof said === 'string' ? html`<p>${said}</p>` : said;
    },
    questions: (open) => {
      const state = stateOf(open);
      return state === undefined ? (form.opening ?? []) : (form.questions?.(state, open.visit.policy) ?? []);
    },
    ...(place === undefined ? {} : { place }),
    ...(facts === undefined ? {} : { facts }),
    ...(saveLabel === undefined ? {} : { saveLabel }),
  };
}
