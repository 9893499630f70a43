/** Writing down where somebody of a family is reached: ask, check, save. */
import * as z from 'zod';
import {
  type FamilyContactInput,
  recordFamilyContact,
  withAddresses,
} from '../../../../shared/application/family-access/reach-family.ts';
import { readFamilyAccess } from '../../../../shared/application/family-access/read-family-access.ts';
import { LONGEST_ADDRESS, readAddress } from '../../../../shared/domain/access/contact-address.ts';
import { invalid, notFound } from '../../../../shared/domain/error.ts';
import { personalChannels } from '../../../../shared/domain/message/channel.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { personName } from '../../../../shared/http/html/names.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { contactWayPath, familyAccessPath } from './addresses.ts';
import { wayWords } from './words.ts';

const path = contactWayPath('{personId}', '{grantId}', '{channel}');

export const contactRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'family-access.manage', async (visit) => askPage(visit, await flowOf(visit))),
  actingPage('POST', path, 'family-access.manage', async (visit) =>
    answerPage(visit, await flowOf(visit, (await visit.form()).get('version'))),
  ),
];

async function flowOf(visit: ActingVisit, sent?: string): Promise<FormFlow<FamilyContactInput>> {
  const { deps, call, params } = visit;
  const view = await readFamilyAccess(deps, call, params['personId'] ?? '');
  const { person, access } = view;
  const channel = personalChannels.find((one) => one === params['channel']);
  const grant = view.grants.find(({ id, revoked }) => id === params['grantId'] && revoked === null);
  if (channel === undefined || grant === undefined) throw notFound('form-not-found', 'There is no such form');
  const [reached] = await withAddresses(deps, person.place, person.id, [grant]);
  const known = reached?.addresses.get(grant.reach.ways[channel]?.contactId ?? '');
  const version = sent ?? String(access.version);
  const label = wayWords[channel];
  const flow: FormFlow<FamilyContactInput> = {
    title: label,
    above: personBanner(person, visit.today, 'link'),
    intro: html`<p>Of ${personName(grant.name)}. No other adult of the family sees it.</p>`,
    backHref: familyAccessPath(person.id),
    section: 'find',
    start: known === undefined ? {} : { address: [known] },
    hidden: { version },
    saveLabel: 'Save',
    form: {
      questions: [
        channel === 'letter'
          ? {
              kind: 'long-text',
              name: 'address',
              label: 'Postal address',
              hint: 'Without the name. The postcode is on the last line.',
              rows: 5,
              optional: known !== undefined,
            }
          : { kind: 'text', name: 'address', label, width: 30, optional: known !== undefined },
        { kind: 'text', name: 'saidBy', label: 'Who said so', missing: 'Enter who said so', width: 30 },
        {
          kind: 'one-of',
          name: 'checked',
          label: 'Have you checked that it leads to them?',
          hint: 'Nothing is sent to it before.',
          missing: 'Select whether you have checked it',
          options: [
            { value: 'yes', text: 'Yes' },
            {
              value: 'no',
              text: 'No',
              hint: channel === 'letter' ? 'Come back when you have.' : 'They can show it by a code.',
            },
          ],
        },
      ],
      schema: z
        .object({
          address: z.string().max(LONGEST_ADDRESS, 'This is too long').nullable(),
          saidBy: z.string().max(120, 'This is too long'),
          checked: z.enum(['yes', 'no']),
        })
        .transform(({ checked, ...rest }) => ({ ...rest, channel, checked: checked === 'yes' })),
    },
    judge: ({ address }) => {
      const read = address === null ? { address } : readAddress(channel, address);
      if ('fault' in read)
        throw invalid('address-format', read.fault, [
          { pointer: '/address', code: 'address-format', message: read.fault },
        ]);
    },
    save: async (input, key) => {
      const of = { personId: person.id, grantId: grant.id };
      await recordFamilyContact(deps, call, of, input, Number(version) || 0, key);
      return goTo(`${familyAccessPath(person.id)}?recorded=yes`);
    },
    onStale: async (_, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>Somebody has changed who may see this record, or how they are reached. <a href="${familyAccessPath(person.id)}">Look at it as it is now</a>.</p>`,
        hidden: { version: String(access.version) },
      }),
  };
  return flow;
}
