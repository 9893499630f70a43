/** Invitations by text and e-mail: a link that opens nothing by being opened, works once, and tells an outsider nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldAccess } from '../../../shared/domain/access/family-access.ts';
import { type Asker, TODAY } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const BORN = '2018-10-16';

let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
});
afterAll(() => families?.close());

interface Invited {
  readonly personId: string;
  readonly grantId: string;
  readonly secret: string;
  readonly invitationId: string;
}

async function invitedBy(channel: 'text' | 'email', address: string): Promise<Invited> {
  const { personId } = await referred(families.api, staff, { who: { birthDate: BORN } });
  const answer = await families.api.ask(staff, 'POST', `/v1/people/${personId}/family-access/invitations`, {
    body: {
      ...{ holder: 'adult', name: 'Grace Okafor', relationship: 'mother', basis: 'parental-responsibility' },
      ...{ checked: 'birth-certificate', link: { channel, address } },
    },
    headers: { 'idempotency-key': families.api.key(), 'if-match': '"0"' },
  });
  expect(answer.status, answer.text).toBe(201);
  expect(answer.text).not.toContain('7700');
  const access = await families.api.deps.familyAccesses.get('liverpool', personId);
  const [grant] = foldAccess(access?.events ?? []).grants;
  const invitationId = grant?.invitation?.id ?? '';
  return {
    personId,
    grantId: grant?.id ?? '',
    invitationId,
    secret: families.api.deps.invitationLinks.linkOf(invitationId),
  };
}

const use = (subject: string, secret: string, birthDate = BORN, today = TODAY) =>
  families.ask(subject, 'POST', '/v1/family/links', { body: { secret, birthDate }, today });

describe('the link of an invitation', () => {
  it('is sent where staff said, holds 144 bits, and shows once used that the number is theirs', async () => {
    const { personId, grantId, invitationId, secret } = await invitedBy('text', '07700 900123');
    expect(secret).toMatch(/^[\w-]{24}$/);
    const due: unknown[] = [];
    for await (const ids of families.api.deps.messages.due('liverpool', `${TODAY}T23:00:00.000Z` as never))
      due.push(...(await families.api.deps.messages.many('liverpool', ids)));
    expect(due).toContainEqual(
      expect.objectContaining({
        to: grantId,
        channel: 'text',
        about: { kind: 'family', notice: 'invitation', personId, grantId, about: invitationId },
      }),
    );
    expect((await use('linked-1', secret)).status).toBe(201);
    const reach = await families.ask('linked-1', 'GET', `/v1/family/children/${personId}/reach`);
    expect(reach.body.addresses).toEqual([{ channel: 'text', hint: '123', confirmed: true, failed: false }]);
  });

  it('lets one in, of any number at one moment', async () => {
    const { secret } = await invitedBy('email', 'grace@example.com');
    const all = await Promise.all(Array.from({ length: 5 }, (_, at) => use(`racing-${at}`, secret)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('is answered alike when it was never given, is used, is too old, or the date is wrong', async () => {
    const used = await invitedBy('text', '07700 900123');
    expect((await use('first', used.secret)).status).toBe(201);
    const old = await invitedBy('text', '07700 900123');
    const wrong = await invitedBy('text', '07700 900123');
    const answers = [
      await use('nobody-1', 'never-given-never-given1'),
      await use('nobody-2', used.secret),
      await use('nobody-3', old.secret, BORN, '2026-12-01'),
      await use('nobody-4', wrong.secret, '2018-10-17'),
    ];
    const alike = ({ status, text }: { status: number; text: string }) =>
      `${status} ${text.replaceAll(/family-\d+/g, '')}`;
    expect(new Set(answers.map(alike)).size).toBe(1);
    expect(answers[0]?.body.errors).toMatchObject([{ pointer: '/birthDate', code: 'link-not-usable' }]);
  });

  it('is dead after five tries by anybody, the right date included', async () => {
    const { secret } = await invitedBy('text', '07700 900123');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await use(`guess-${tries}`, secret, '2018-01-01')).status).toBe(422);
    expect((await use('guess-right', secret)).status).toBe(422);
  });

  it('is no code of a letter, and a code is no link', async () => {
    const { secret, invitationId } = await invitedBy('text', '07700 900123');
    const code = families.api.deps.invitations.codeOf(invitationId);
    expect((await families.ask('as-code', 'POST', '/v1/family/codes', { body: { code } })).status).toBe(422);
    expect((await families.ask('as-code', 'POST', '/v1/family/codes', { body: { code: secret } })).status).toBe(422);
    expect((await use('as-link', secret)).status).toBe(201);
  });
});
