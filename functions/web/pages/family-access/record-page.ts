/** Recording a decision about access: ask, check, save. */
import {
  type FamilyAccessView,
  readFamilyAccess,
} from '../../../../shared/application/family-access/read-family-access.ts';
import {
  type AccessRecord,
  recordFamilyAccess,
} from '../../../../shared/application/family-access/record-family-access.ts';
import { foldAccess } from '../../../../shared/domain/access/family-access.ts';
import { accessRefusal } from '../../../../shared/domain/access/judge-access.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { accessRecordPath, familyAccessPath, grantRecordPath } from './addresses.ts';
import { childForms, formsOfGrant } from './forms.ts';

const ofGrant = grantRecordPath('{personId}', '{grantId}', '{kind}');
const ofChild = accessRecordPath('{personId}', '{kind}');

export const recordAccessRoutes: readonly PageRoute[] = [ofGrant, ofChild].flatMap((path) => [
  actingPage('GET', path, 'family-access.manage', async (visit) => {
    const view = await viewOf(visit);
    return askPage(visit, flowOf(visit, view, String(view.access.version)));
  }),
  actingPage('POST', path, 'family-access.manage', async (visit) => {
    const view = await viewOf(visit);
    return answerPage(visit, flowOf(visit, view, (await visit.form()).get('version')));
  }),
]);

function viewOf({ deps, call, params }: ActingVisit): Promise<FamilyAccessView> {
  return readFamilyAccess(deps, call, params['personId'] ?? '');
}

function flowOf(visit: ActingVisit, view: FamilyAccessView, version: string): FormFlow<AccessRecord> {
  const { person } = view;
  const grant = view.grants.find(({ id, revoked }) => id === visit.params['grantId'] && revoked === null);
  const forms = 'grantId' in visit.params ? grant && formsOfGrant(view, grant) : childForms(view);
  const found = forms?.find(({ kind }) => kind === visit.params['kind']);
  if (found === undefined) throw notFound('form-not-found', 'There is no such form');
  const seen = Number(version) || 0;
  const [year = '', month = '', day = ''] = visit.today.split('-');
  const flow: FormFlow<AccessRecord> = {
    form: found.form,
    title: found.title,
    above: personBanner(person, visit.today, 'link'),
    ...(grant === undefined ? {} : { intro: html`<p>About the access of ${personName(grant.name)}.</p>` }),
    backHref: familyAccessPath(person.id),
    section: 'find',
    start: { ...found.start, 'on-day': [String(Number(day))], 'on-month': [String(Number(month))], 'on-year': [year] },
    hidden: { version },
    saveLabel: 'Record it',
    judge: ({ facts, on }) => {
      const context = { person: person.details, today: visit.today };
      const refusal = accessRefusal(foldAccess(view.access.events), facts, on, context);
      if (refusal !== undefined) throw refusal;
    },
    save: async (record, key) => {
      await recordFamilyAccess(visit.deps, visit.call, person.id, record, seen, key);
      return goTo(`${familyAccessPath(person.id)}?recorded=yes`);
    },
    onStale: async (_, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>Somebody else has changed who may see this record. <a href="${familyAccessPath(person.id)}">Look at it as it is now</a>.</p>`,
        hidden: { version: String(view.access.version) },
      }),
  };
  return flow;
}
