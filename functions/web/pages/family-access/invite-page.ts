/** Inviting somebody of the family, after checking by what right they may see the record. */
import * as z from 'zod';
import { type InvitationInput, inviteFamily } from '../../../../shared/application/family-access/invite-family.ts';
import {
  type FamilyAccessView,
  readFamilyAccess,
} from '../../../../shared/application/family-access/read-family-access.ts';
import { bases, checks, linkChannels, relationships } from '../../../../shared/domain/access/access-event.ts';
import { readAddress } from '../../../../shared/domain/access/contact-address.ts';
import { accessRefusal } from '../../../../shared/domain/access/judge-access.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { familyAccessPath, invitePath, letterPath } from './addresses.ts';
import { basisWords, checkWords, options, relationshipWords } from './words.ts';

const path = invitePath('{personId}');

export const inviteRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'family-access.manage', async (visit) => {
    const view = await viewOf(visit);
    return askPage(visit, flowOf(visit, view, String(view.access.version)));
  }),
  actingPage('POST', path, 'family-access.manage', async (visit) => {
    const view = await viewOf(visit);
    return answerPage(visit, flowOf(visit, view, (await visit.form()).get('version')));
  }),
];

function viewOf({ deps, call, params }: ActingVisit): Promise<FamilyAccessView> {
  return readFamilyAccess(deps, call, params['personId'] ?? '');
}

/** Not by a link. */
const LETTER = 'letter';

const inviteForm: Form<InvitationInput> = {
  questions: [
    {
      kind: 'one-of',
      name: 'relationship',
      label: 'Who they are to the child',
      missing: 'Select who they are to the child',
      options: options(relationshipWords, relationships),
      as: 'select',
    },
    {
      kind: 'text',
      name: 'name',
      label: 'Their name',
      missing: 'Enter their name',
      hint: 'For staff. No other adult sees it.',
    },
    {
      kind: 'one-of',
      name: 'basis',
      label: 'By what right they may see the record',
      missing: 'Select by what right they may see the record',
      options: options(basisWords, bases),
    },
    {
      kind: 'one-of',
      name: 'checked',
      label: 'How you checked it',
      missing: 'Select how you checked it',
      options: options(checkWords, checks),
      as: 'select',
    },
    {
      kind: 'text',
      name: 'authority',
      label: 'Who in the local authority agreed',
      hint: 'For a carer who acts for the authority, and for everybody while there is a care order.',
      optional: true,
    },
    {
      kind: 'one-of',
      name: 'how',
      label: 'How to invite them',
      missing: 'Select how to invite them',
      options: [
        { value: LETTER, text: 'A letter with a code, to print' },
        { value: 'text', text: 'A link by text' },
        { value: 'email', text: 'A link by e-mail' },
      ],
    },
    {
      kind: 'text',
      name: 'address',
      label: 'Their mobile number or e-mail address',
      hint: 'For a link. They are asked for the date of birth of the child as well.',
      optional: true,
      width: 30,
    },
  ],
  schema: z
    .object({
      relationship: z.enum(relationships),
      name: z.string().max(120, 'The name is too long'),
      basis: z.enum(bases),
      checked: z.enum(checks),
      authority: z.string().max(120, 'The name is too long').nullable(),
      how: z.enum([LETTER, ...linkChannels]),
      address: z.string().max(120, 'This is too long').nullable(),
    })
    .superRefine(({ how, address }, context) => {
      if (how === LETTER) return;
      const read = readAddress(how, address ?? '');
      if ('fault' in read) context.addIssue({ code: 'custom', path: ['address'], message: read.fault });
    })
    .transform(({ authority, how, address, ...given }) => ({
      ...given,
      holder: given.relationship === 'self' ? ('young-person' as const) : ('adult' as const),
      ...(authority === null ? {} : { authority }),
      ...(how === LETTER ? {} : { link: { channel: how, address: address ?? '' } }),
    })),
};

function flowOf(
  visit: ActingVisit,
  { person, access, state }: FamilyAccessView,
  version: string,
): FormFlow<InvitationInput> {
  const flow: FormFlow<InvitationInput> = {
    form: inviteForm,
    title: 'Invite somebody to see the record',
    above: personBanner(person, visit.today, 'link'),
    intro: html`<p>Check first that they may see it. A letter has a code that works once, for 28 days. A link works once, for 7 days.</p>`,
    backHref: familyAccessPath(person.id),
    section: 'find',
    hidden: { version },
    saveLabel: 'Invite them',
    judge: ({ link: _link, ...input }) => {
      const context = { person: person.details, today: visit.today };
      const ids = { grantId: visit.deps.ids.fresh(), invitationId: visit.deps.ids.fresh(), expiresAt: visit.now };
      const refusal = accessRefusal(state, { kind: 'invited', ...input, ...ids }, visit.today, context);
      if (refusal !== undefined) throw refusal;
    },
    save: async (input, key) => {
      const { grantId } = await inviteFamily(visit.deps, visit.call, person.id, input, Number(version) || 0, key);
      return goTo(
        input.link === undefined ? letterPath(person.id, grantId) : `${familyAccessPath(person.id)}?sent=yes`,
      );
    },
    onStale: async (_, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>Somebody else has changed who may see this record. <a href="${familyAccessPath(person.id)}">Look at it as it is now</a>.</p>`,
        hidden: { version: String(access.version) },
      }),
  };
  return flow;
}
