/** Stories of people who work in the service, told one after another on one local cloud. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresForACommissioner } from './stories/figures-for-a-commissioner.ts';
import { fromReferralToDischarge } from './stories/from-referral-to-discharge.ts';
import { howItDoes } from './stories/how-it-does.ts';
import { shortBreaks } from './stories/short-breaks.ts';
import { storeAway } from './stories/store-away.ts';
import { twoPlaces } from './stories/two-places.ts';
import { whoLooked } from './stories/who-looked.ts';
import { JOURNEY_TIME, journey, type Story, WorkingService } from './working-service.ts';

/** In the order of their days: the service's clock only goes forward. */
const stories: readonly Story[] = [
  fromReferralToDischarge,
  whoLooked,
  figuresForACommissioner,
  twoPlaces,
  shortBreaks,
  storeAway,
  howItDoes,
];

let service: WorkingService;
beforeAll(async () => {
  service = await WorkingService.open({ today: '2026-03-02' });
}, JOURNEY_TIME);
afterAll(() => service?.close(), JOURNEY_TIME);

describe('the whole service', () => {
  it.each(stories)('$title', journey, ({ tell }) => tell(service));

  it('asked its roles for nothing that they do not hold', async () => {
    await service.cloud.settled();
    expect(service.cloud.denials()).toEqual([]);
  });
});
