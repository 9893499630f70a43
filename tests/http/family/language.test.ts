/** In which language the families' API says where a child stands: the one that is asked for, else the one that the account keeps. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseReading } from '../../../shared/application/family/choose-reading.ts';
import { familyOf } from '../../../shared/application/family/family-session.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { Reading } from '../../../shared/domain/language/reading.ts';
import { TODAY } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FAMILY_ISSUER, FamilyService } from './family-service.ts';

let families: FamilyService;
beforeAll(async () => {
  families = await FamilyService.open();
});
afterAll(() => families?.close());

const said = {
  en: ['Received', 'The team has your referral.'],
  ar: ['وصلت الإحالة', 'إحالتك عند الفريق.'],
  pl: ['Otrzymane', 'Zespół ma Twoje skierowanie.'],
};

it('is the language asked for, then the account’s own, then English', async () => {
  const staff = await families.api.staff('clinician');
  const { personId } = await referred(families.api, staff, { who: { birthDate: '2018-10-16' } });
  const subject = 'reads-polish';
  await families.letIn(staff, personId, subject);
  const waits = async (language?: string) => {
    const headers = language === undefined ? {} : { 'accept-language': language };
    const { status, body } = await families.ask(subject, 'GET', `/v1/family/children/${personId}`, { headers });
    expect(status).toBe(200);
    return body.waits.map(({ label, now }: { label: string; now: string }) => [label, now]);
  };
  expect(await waits()).toEqual([said.en]);
  expect(await waits('ar')).toEqual([said.ar]);
  await chosen(subject, 'pl');
  expect(await waits()).toEqual([said.pl]);
  expect(await waits('ar, en;q=0.5')).toEqual([said.ar]);
  expect(await waits('cy')).toEqual([said.pl]);
  await chosen(subject, 'easy');
  expect(await waits()).toEqual([said.en]);
});

/** Chooses as the form of the pages does. */
async function chosen(subject: string, reading: Reading): Promise<void> {
  const identity = { issuer: FAMILY_ISSUER, subject };
  const who = await familyOf(families.deps, identity);
  const now = parseInstant(`${TODAY}T12:00:00Z`);
  await chooseReading(families.deps, { ...who, identity, now, requestId: 'chooses' }, reading);
}
