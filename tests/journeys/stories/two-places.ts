/**
 * Liverpool and Cheshire East in one deployment. A girl has moved from one to the other, so both have a record of her; nobody
 * of one place sees anything of the other, not even that it is there.
 */
import { expect } from 'vitest';
import type { MemberOfStaff } from '../member-of-staff.ts';
import type { Story, WorkingService } from '../working-service.ts';
import { addsAReferral, type Child, findsByNumber, findsNobodyAndAdds } from './a-childs-record.ts';

const DAY = '2026-10-05';
const LIVERPOOL = 'Liverpool children’s community services';
const CHESHIRE_EAST = 'Cheshire East children’s health services';
const amara: Child = { givenName: 'Amara', familyName: 'Okonkwo', born: '2019-02-03', nhsNumber: '999 010 4018' };
const NOBODY = 'AAAAAAAAAAAAAAAA';

let service: WorkingService;
let chloe: MemberOfStaff;
let sam: MemberOfStaff;
let joy: MemberOfStaff;
let personInCheshire: string;
let referralInCheshire: string;

export const twoPlaces: Story = {
  title: 'two places work side by side, and nobody of one sees anything of the other',
  async tell(given) {
    service = given;
    service.theDayIs(DAY);
    [chloe, sam, joy] = await Promise.all([
      service.atTheirDesk('chloe'),
      service.atTheirDesk('sam'),
      service.atTheirDesk('joy'),
    ]);
    await givenAChildWaitsInCheshireEast();
    await whenLiverpoolLooksForHer();
    await thenHerAddressesLeadNowhere();
    await thenTheApiAnswersAlike();
    await whenLiverpoolRefersHerToo();
    await thenEachListHasItsOwn();
  },
};

async function givenAChildWaitsInCheshireEast(): Promise<void> {
  await chloe.signsIn();
  expect(await chloe.organisation()).toBe(CHESHIRE_EAST);
  await findsNobodyAndAdds(chloe, amara);
  personInCheshire = chloe.address;
  await addsAReferral(chloe, 'OT', '2026-09-07');
  referralInCheshire = chloe.address;
}

async function whenLiverpoolLooksForHer(): Promise<void> {
  await sam.signsIn();
  expect(await sam.organisation()).toBe(LIVERPOOL);
  await findsByNumber(sam, amara.nhsNumber);
  await sam.sees('Nobody was found');
  await sam.opens('/queues/OT');
  await sam.seesNothingOf(amara.familyName, amara.familyName.toUpperCase());
}

async function thenHerAddressesLeadNowhere(): Promise<void> {
  const seen: string[] = [];
  for (const address of [personInCheshire, referralInCheshire, `/people/${NOBODY}`, '/queues/PHYSIO']) {
    expect(await sam.opens(address), address).toBe(404);
    seen.push((await sam.reads()).replace(/reference: \S+/, ''));
  }
  expect(new Set(seen).size, 'what is another place’s reads like what nobody has').toBe(1);
}

async function thenTheApiAnswersAlike(): Promise<void> {
  for (const account of ['sam', 'machine']) {
    const asked = async (path: string) => (await service.asks(account, 'GET', `/v1${path}`)).text;
    const [theirs, nobodys] = [await asked(personInCheshire), await asked(`/people/${NOBODY}`)];
    expect(JSON.parse(theirs)).toMatchObject({ status: 404 });
    const plain = (text: string) => text.replaceAll(/"(?:instance|requestId|correlationId)":"[^"]*"/g, '');
    expect(plain(theirs)).toBe(plain(nobodys));
  }
}

async function whenLiverpoolRefersHerToo(): Promise<void> {
  await findsNobodyAndAdds(sam, amara);
  expect(sam.address, 'a record of her own in each place').not.toBe(personInCheshire);
  await addsAReferral(sam, 'OT', '2026-09-28');
}

async function thenEachListHasItsOwn(): Promise<void> {
  await joy.signsIn('/', 'Cheshire East');
  await joy.opens('/queues/OT');
  await joy.sees('1 to 1 of 1', '4 weeks 0 days');
  await joy.opens('/choose-role');
  await joy.choosesRole('Liverpool');
  await joy.opens('/queues/OT');
  await joy.sees('1 to 1 of 1', '1 week 0 days');
  expect(await joy.opens(referralInCheshire), 'acting for Liverpool').toBe(404);
}
