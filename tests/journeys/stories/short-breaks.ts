/** Liverpool begins to wait-list short breaks: the operator changes the place's policy, and the team works the new queue. */
import { expect } from 'vitest';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { typedDate } from '../../pages/sent-form.ts';
import type { MemberOfStaff } from '../member-of-staff.ts';
import type { Story, WorkingService } from '../working-service.ts';
import { addsAReferral, type Child, findsNobodyAndAdds } from './a-childs-record.ts';

const tomos: Child = { givenName: 'Tomos', familyName: 'Bevan', born: '2016-08-22', nhsNumber: '999 010 4026' };
const QUEUE = '/queues/SHORT-BREAKS';

let service: WorkingService;
let nia: MemberOfStaff;

export const shortBreaks: Story = {
  title: 'a place adds short breaks by configuration alone, and its team works the list from end to end',
  async tell(given) {
    service = given;
    service.theDayIs('2026-10-19');
    nia = await service.atTheirDesk('nia');
    await givenTheTeamHasNoList();
    await whenTheOperatorAddsTheQueue();
    await whenAChildIsReferred();
    await thenTheTeamIsToldWhenTheWaitGrows();
    await whenTheBreakBegins();
    await thenTheFiguresCountIt();
  },
};

async function givenTheTeamHasNoList(): Promise<void> {
  await nia.signsIn();
  expect(await nia.opens(QUEUE)).toBe(404);
  // What is planned from here on was planned by the policy as it is: the new one makes the next watch plan again.
  await service.cloud.runSchedule('WatchDeadlines');
}

async function whenTheOperatorAddsTheQueue(): Promise<void> {
  const read = await service.asks('olu', 'GET', '/v1/policy');
  const policy = JSON.parse(read.text) as Policy;
  const salt = policy.queues[0];
  const breaks = {
    ...salt,
    code: 'SHORT-BREAKS',
    name: 'Short breaks',
    shortName: 'Short breaks',
    service: 'short-breaks',
    standard: { days: 84, name: '12 weeks', source: 'Liverpool short breaks statement', national: false },
    ages: { from: 5, to: 17 },
    adultPathway: null,
    stages: [{ code: 'break', name: 'Short break' }],
    spellings: ['Respite'],
    snomed: null,
  };
  const body = { ...policy, queues: [...policy.queues, breaks] };
  const saved = await service.asks('olu', 'PUT', '/v1/policy', { body, seen: read.etag });
  expect(saved.status, saved.text).toBe(200);
}

async function whenAChildIsReferred(): Promise<void> {
  await findsNobodyAndAdds(nia, tomos);
  await addsAReferral(nia, 'SHORT-BREAKS', '2026-10-19');
  await nia.presses('Accept at triage');
  await nia.records({}, 'Accept the referral');
  await nia.opens(QUEUE);
  await nia.sees('Short breaks', '1 to 1 of 1', 'BEVAN, Tomos', '0 weeks 0 days of 12 weeks');
}

async function thenTheTeamIsToldWhenTheWaitGrows(): Promise<void> {
  service.theDayIs('2027-01-12'); // 85 days
  await service.cloud.runSchedule('WatchDeadlines');
  await service.cloud.settled();
  await nia.signsIn(QUEUE);
  await nia.sees('12 weeks 1 day', 'Over 12 weeks 1');
  await nia.opens('/alerts');
  await nia.sees('BEVAN, Tomos', 'Short breaks');
  await nia.opens(QUEUE);
  await nia.presses('BEVAN, Tomos');
}

async function whenTheBreakBegins(): Promise<void> {
  const contact = { ...typedDate('on', '2027-01-12'), mechanism: 'face-to-face', parentOnly: 'no' };
  await nia.presses('Record a contact');
  await nia.records(contact, 'Save');
  await nia.presses('Discharge');
  const ending = { ...typedDate('on', '2027-01-12'), reason: 'treated', clinician: 'Nia Rees, co-ordinator' };
  await nia.records(ending, 'Discharge');
}

async function thenTheFiguresCountIt(): Promise<void> {
  await nia.opens(`${QUEUE}/figures`);
  await nia.sees('Seen 1', 'Seen within 12 weeks 0 of 1');
}
