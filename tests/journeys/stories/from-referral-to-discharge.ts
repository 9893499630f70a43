/**
 * A school refers a child for speech and language therapy. She is triaged, not brought to her first appointment, contacted,
 * seen and discharged, and at each step the service says why her wait is what it says.
 */
import { expect } from 'vitest';
import { typedDate } from '../../pages/sent-form.ts';
import type { MemberOfStaff } from '../member-of-staff.ts';
import type { Story, WorkingService } from '../working-service.ts';
import { addsAReferral, type Child, findsNobodyAndAdds, whyIsThisNumber } from './a-childs-record.ts';

export const maja: Child = {
  givenName: 'Maja',
  familyName: 'Wiśniewska',
  born: '2021-06-14',
  nhsNumber: '999 010 3984',
};
const RECEIVED = { day: '2 March 2026', what: 'Referral received Clock starts', days: '0 days' };
const ACCEPTED = { day: '4 March 2026', what: 'Accepted at triage No effect', days: '2 days' };
const BOOKED = { day: '4 May 2026', what: 'Appointment booked for 19 May 2026 No effect', days: '63 days' };
const MISSED = { day: '19 May 2026', what: 'Was not brought, first appointment No effect', days: '78 days' };

let service: WorkingService;
let sam: MemberOfStaff;
let priya: MemberOfStaff;

export const fromReferralToDischarge: Story = {
  title: 'a child waits, is not brought, is seen and discharged, and every number on the way explains itself',
  async tell(given) {
    service = given;
    service.theDayIs('2026-03-02');
    sam = await service.atTheirDesk('sam');
    priya = await service.atTheirDesk('priya');
    await givenTheAdministratorAddsTheReferral();
    await whenTheTherapistAcceptsIt();
    await thenItWaitsOnTheList();
    await whenAnAppointmentIsBooked();
    await whenSheIsNotBrought();
    await thenTheFamilyIsToBeContacted();
    await whenTheFamilyIsContactedAndComes();
    await thenTheClockHasStopped();
    await whenSheIsDischarged();
    await thenAnyPastDayStillExplainsItself();
  },
};

async function givenTheAdministratorAddsTheReferral(): Promise<void> {
  await sam.signsIn();
  await findsNobodyAndAdds(sam, maja);
  await addsAReferral(sam, 'SALT', '2026-03-02');
  await sam.sees('Triage the referral by 9 March 2026');
  const { number, lines } = await whyIsThisNumber(sam);
  expect(number).toContain('0 weeks 0 days; the limit is 18 weeks, 6 July 2026');
  expect(lines[0]).toEqual(RECEIVED);
  expect(lines[1]?.what).toBe('From 2 March 2026 to 2 March 2026: 0 days');
}

async function whenTheTherapistAcceptsIt(): Promise<void> {
  service.theDayIs('2026-03-04');
  await priya.signsIn('/queues/SALT');
  await priya.sees('1 to 1 of 1', '0 weeks 2 days', 'Triage by 9 Mar 2026');
  await priya.presses('WIŚNIEWSKA, Maja');
  await priya.presses('Accept at triage');
  await priya.records({}, 'Accept the referral');
  const { lines } = await whyIsThisNumber(priya);
  expect(lines.slice(0, 2)).toEqual([RECEIVED, ACCEPTED]);
  expect(lines[2]?.what).toBe('From 2 March 2026 to 4 March 2026: 2 days');
}

async function thenItWaitsOnTheList(): Promise<void> {
  const referral = priya.address;
  await priya.opens('/queues/SALT');
  await priya.sees('1 to 1 of 1', 'Offer an appointment');
  // What is due of her team, across lists and duties, on a page and for a program.
  expect(await priya.opens('/my-day')).toBe(200);
  await priya.sees('My day', 'Due soon');
  expect((await service.asks('priya', 'GET', '/v1/my-day')).status).toBe(200);
  await priya.opens(referral);
}

async function whenAnAppointmentIsBooked(): Promise<void> {
  service.theDayIs('2026-05-04');
  await priya.signsInAgain();
  await priya.presses('Book an appointment');
  await priya.records({ ...typedDate('appointmentOn', '2026-05-19'), time: '10:15' }, 'Save');
  const { number, lines } = await whyIsThisNumber(priya);
  expect(number).toContain('9 weeks 0 days');
  expect(lines.slice(0, 3)).toEqual([RECEIVED, ACCEPTED, BOOKED]);
}

async function whenSheIsNotBrought(): Promise<void> {
  service.theDayIs('2026-05-20');
  await priya.signsInAgain();
  await priya.sees('Record what happened at the appointment on 19 May 2026');
  await priya.presses('Record a missed appointment');
  await priya.sees('A child does not miss an appointment: they are not brought.', 'Have you considered safeguarding?');
  await priya.answers({ first: 'yes', communicationProven: 'yes', safeguardingConsidered: 'no' });
  await priya.presses('Continue');
  await priya.sees('Safeguarding has not been considered', 'A child who is not brought may be at risk');
  await priya.presses('Change answers');
  await priya.records({ safeguardingConsidered: 'yes' }, 'Save');
  const { number, lines } = await whyIsThisNumber(priya);
  expect(number).toContain('11 weeks 2 days');
  expect(lines.slice(0, 4)).toEqual([RECEIVED, ACCEPTED, BOOKED, MISSED]);
  expect(lines[4]?.what).toBe('From 2 March 2026 to 20 May 2026: 79 days');
}

async function thenTheFamilyIsToBeContacted(): Promise<void> {
  await priya.sees('Contact the family after the missed appointment and rebook by 21 May 2026', 'Missed 1 1 in a row');
  await priya.seesNothingOf('adult pathway');
  const referral = priya.address;
  await priya.opens('/queues/SALT');
  await priya.sees('Contact family after missed appointment by 21 May 2026');
  await priya.opens(referral);
}

async function whenTheFamilyIsContactedAndComes(): Promise<void> {
  service.theDayIs('2026-05-21');
  await priya.signsInAgain();
  await priya.presses('Record that the family was contacted');
  const contacted = { ...typedDate('on', '2026-05-21'), purpose: 'after-missed-appointment', stillNeeded: 'yes' };
  await priya.records(contacted, 'Save');
  expect(await priya.reads()).not.toContain('after the missed appointment and rebook');
  await priya.presses('Book an appointment');
  await priya.records({ ...typedDate('appointmentOn', '2026-06-29'), time: '9:30' }, 'Save');
  service.theDayIs('2026-06-29');
  await priya.signsInAgain();
  await priya.presses('Record a contact');
  await priya.records({ ...typedDate('on', '2026-06-29'), mechanism: 'face-to-face', parentOnly: 'no' }, 'Save');
}

async function thenTheClockHasStopped(): Promise<void> {
  const { number, lines } = await whyIsThisNumber(priya);
  expect(number).toContain('17 weeks 0 days; the limit is 18 weeks, 6 July 2026');
  expect(lines.at(-3)).toEqual({ day: '29 June 2026', what: 'Contact in person Clock stops', days: '119 days' });
  expect(lines.at(-2)?.what).toBe('From 2 March 2026 to 29 June 2026: 119 days');
  await priya.opens('/queues/SALT/figures');
  await priya.sees('Seen 1', 'Seen within 18 weeks 1 of 1 (100.0%)');
  await priya.page.goBack();
}

async function whenSheIsDischarged(): Promise<void> {
  service.theDayIs('2026-09-14');
  await priya.signsInAgain();
  await priya.presses('Discharge');
  await priya.records(
    { ...typedDate('on', '2026-09-14'), reason: 'treated', clinician: 'Priya Nair, therapist' },
    'Discharge',
  );
  const { number, lines } = await whyIsThisNumber(priya);
  expect(number, 'the wait ended when she was seen').toContain('17 weeks 0 days');
  expect(lines.at(-2)?.what).toBe('From 2 March 2026 to 29 June 2026: 119 days');
  await priya.sees('28 weeks 0 days from the first receipt on 2 March 2026, to 14 September 2026');
}

async function thenAnyPastDayStillExplainsItself(): Promise<void> {
  await priya.presses('Why is this number?');
  await priya.answers(typedDate('asAt', '2026-05-20'));
  await priya.presses('Show that day');
  await priya.sees('11 weeks 2 days; the limit is 18 weeks', 'From 2 March 2026 to 20 May 2026: 79 days');
}
