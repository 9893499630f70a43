/** Recording what happened: every kind of event through its form, once however often it is sent, and never over somebody else's work. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReferralView } from '../../../shared/application/person/person-view.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { referralEventKinds } from '../../../shared/domain/referral/event.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { type EventSample, eventSamples, type SampledKind } from './event-samples.ts';

let site: RunningSite;
let clinician: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  await site.deps.policies.save({ ...liverpool, version: 2, queues: [...liverpool.queues, consultantLed] });
  const services = ['salt', 'ot', 'asd', 'adhd', 'paediatrics'];
  clinician = await site.signIn('clinician', { services });
  administrator = await site.signIn('administrator', { services });
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

const salt = liverpool.queues[0];
if (salt === undefined) throw new Error('Liverpool has no queue');
const consultantLed = {
  ...salt,
  code: 'RTT',
  name: 'Community paediatrics',
  shortName: 'Paediatrics',
  service: 'paediatrics',
  clockFamily: 'RTT' as const,
  spellings: [],
};

async function waiting({ queue, before = [], born }: Partial<EventSample> = {}): Promise<ReferralView> {
  const person = await madePerson(site, clinician, {
    familyName: `Recorded${site.deps.ids.fresh()}`,
    ...(born === undefined ? {} : { birthDate: born }),
  });
  const received = await madeReferral(site, clinician, person.id, queue === undefined ? {} : { queue });
  return before.length === 0 ? received : happened(site, clinician, received, ...before);
}

const pathOf = ({ referral }: ReferralView) => `/people/${referral.personId}/referrals/${referral.id}`;
const today = typedDate('on', '2026-11-01');

async function lastFacts({ referral }: ReferralView) {
  const kept = await site.deps.referrals.get('liverpool', { personId: referral.personId, referralId: referral.id });
  return kept?.referral.events.at(-1)?.facts;
}

const sampled = Object.keys(eventSamples) as SampledKind[];

describe('every kind of event', () => {
  it('has a sample here, or a test of its own below', () => {
    const own = ['recorded-in-error', 'offer-declined', 'received'];
    expect([...sampled, ...own].sort()).toEqual([...referralEventKinds].sort());
  });

  it.each(sampled)('%s: asked, refused when empty, checked, saved, shown', async (kind) => {
    const sample = eventSamples[kind];
    const view = await waiting(sample);
    const path = `${pathOf(view)}/record/${kind}`;
    const form = await site.get(clinician, path);
    expect(form).toMatchObject({ status: 200 });

    const empty = await site.post(clinician, path, { ...travelling(form), ...typedDate('on', '') });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#on-day"');
    const dayOnly = await site.post(clinician, path, { ...travelling(form), ...today });
    if (sample.firstMissing === null) expect(dayOnly).toMatchObject({ status: 200 });
    else {
      expect(dayOnly).toMatchObject({ status: 422 });
      expect(dayOnly.html).toMatch(/<a href="#[\w-]+">/);
      expect(/<a href="#([\w-]+)">/.exec(dayOnly.html)?.[1]).toBe(sample.firstMissing);
      expect(dayOnly.html).toMatch(/name="on-year"[^>]*value="2026"/);
    }

    const future = await site.post(clinician, path, {
      ...travelling(form),
      ...sample.typed,
      ...typedDate('on', '2026-11-03'),
    });
    expect(future.status).toBe(422);
    expect(textOf(future)).toContain('This day has not come yet');

    const checked = await site.post(clinician, path, { ...travelling(form), ...sample.typed, ...today });
    expect(checked).toMatchObject({ status: 200 });
    expect(textOf(checked)).toContain('Check your answers');
    const saved = await site.post(clinician, path, travelling(checked));
    expect(saved).toMatchObject({ status: 303 });
    expect(await lastFacts(view)).toEqual({ kind, ...sample.facts });

    const page = await site.get(clinician, saved.location ?? '');
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Recorded: ');
  });
});

describe('sent more than once', () => {
  it('is recorded once, and answered alike', async () => {
    const view = await waiting();
    const path = `${pathOf(view)}/record/noted`;
    const form = await site.get(clinician, path);
    const checked = await site.post(clinician, path, { ...travelling(form), ...today, note: 'Once' });
    const sent = travelling(checked);
    const answers = await Promise.all([1, 2, 3].map(() => site.post(clinician, path, sent)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const kept = await site.deps.referrals.get('liverpool', {
      personId: view.referral.personId,
      referralId: view.referral.id,
    });
    expect(kept?.referral.events).toHaveLength(2);
  });
});

describe('somebody else was there meanwhile', () => {
  it('shows what they recorded and what was entered, and saves it only when asked again', async () => {
    const view = await waiting();
    const path = `${pathOf(view)}/record/appointment-booked`;
    const form = await site.get(clinician, path);
    const checked = await site.post(clinician, path, {
      ...travelling(form),
      ...today,
      ...typedDate('appointmentOn', '2026-12-01'),
    });
    await happened(site, administrator, view, ['2026-10-30', { kind: 'noted', note: 'The family moved house' }]);
    const conflict = await site.post(clinician, path, travelling(checked));
    expect(conflict.status).toBe(412);
    expect(textOf(conflict)).toContain('This record has changed since you opened the form');
    expect(textOf(conflict)).toContain('The family moved house');
    expect(textOf(conflict)).not.toContain('Referral received');
    expect(textOf(conflict)).toContain('1 December 2026');
    expect(await lastFacts(view)).toMatchObject({ kind: 'noted' });
    const changed = await site.post(clinician, path, travelling(conflict, 1));
    expect(changed.html).toMatch(/name="appointmentOn-month"[^>]*value="12"/);
    const saved = await site.post(clinician, path, travelling(conflict));
    expect(saved.status).toBe(303);
    expect(await lastFacts(view)).toMatchObject({ kind: 'appointment-booked' });
  });

  it('a change that no longer fits is refused with why, not saved over the other', async () => {
    const view = await waiting();
    const path = `${pathOf(view)}/record/rejected`;
    const form = await site.get(clinician, path);
    const typed = { ...travelling(form), ...today, reason: 'other', advice: 'See your GP' };
    await happened(site, administrator, view, ['2026-10-30', { kind: 'triage-accepted' }]);
    const answer = await site.post(clinician, path, typed);
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('This referral is accepted already');
    expect(answer.html).toContain('See your GP');
  });
});

describe('what a missed appointment is recorded as', () => {
  it.each([
    ['a child of 6', '2020-03-03', [], {}, 'was-not-brought', undefined],
    ['somebody of 17', '2009-03-03', [], {}, 'was-not-brought', undefined],
    ['somebody of 17 who attends alone', '2009-03-03', ['attends-alone'], {}, 'did-not-attend', undefined],
    ['A10-07 somebody of 20 who comes alone', '2006-03-03', [], { dependent: 'no' }, 'did-not-attend', false],
    ['somebody of 20 who depends on others', '2006-03-03', [], { dependent: 'yes' }, 'was-not-brought', true],
  ])('%s', async (_, birthDate, flags, more, coding, dependent) => {
    const person = await madePerson(site, clinician, { familyName: 'Missed', birthDate, flags });
    const view = await madeReferral(site, clinician, person.id);
    const path = `${pathOf(view)}/record/appointment-missed`;
    const form = await site.get(clinician, path);
    const checked = await site.post(clinician, path, {
      ...travelling(form),
      ...today,
      first: 'yes',
      communicationProven: 'yes',
      safeguardingConsidered: 'no',
      ...more,
    });
    expect(textOf(checked)).toContain(`recorded as “${coding.replaceAll('-', ' ')}”`);
    expect(textOf(checked)).toContain('Safeguarding has not been considered');
    await site.post(clinician, path, travelling(checked));
    expect(await lastFacts(view)).toMatchObject({ coding, ...(dependent === undefined ? {} : { dependent }) });
  });
});

describe('entries that name an earlier one', () => {
  it('an offer that was made can be declined, and only such a one', async () => {
    const offered = await waiting({
      before: [
        ['2026-07-08', { kind: 'triage-accepted' }],
        ['2026-10-01', { kind: 'appointment-offered', dates: ['2026-11-20', '2026-11-24'] }],
      ] as never,
    });
    const path = `${pathOf(offered)}/record/offer-declined`;
    const form = await site.get(clinician, path);
    expect(textOf(form)).toContain('20 November 2026 or 24 November 2026');
    const offerId = offered.referral.events.at(-1)?.id ?? '';
    const other = await site.post(clinician, path, { ...travelling(form), ...today, offerId: 'A'.repeat(16) });
    expect(other.status).toBe(422);
    const checked = await site.post(clinician, path, { ...travelling(form), ...today, offerId });
    await site.post(clinician, path, travelling(checked));
    expect(await lastFacts(offered)).toEqual({ kind: 'offer-declined', offerId });
  });

  it('a correction strikes the entry through, keeps it with why, and gives the wait its number back', async () => {
    const before = await waiting({ before: [['2026-07-08', { kind: 'triage-accepted' }]] });
    const page = await site.get(clinician, pathOf(before));
    const wait = /app-wait__days">([^<]+)</.exec(page.html)?.[1];
    const view = await happened(site, clinician, before, [
      '2026-09-01',
      { kind: 'contact', mechanism: 'video', parentOnly: false },
    ]);
    const stopped = await site.get(clinician, pathOf(view));
    expect(/app-wait__days">([^<]+)</.exec(stopped.html)?.[1]).not.toBe(wait);

    const eventId = view.referral.events.at(-1)?.id ?? '';
    const path = `${pathOf(view)}/record/recorded-in-error`;
    const form = await site.get(clinician, `${path}?event=${eventId}`);
    expect(textOf(form)).toContain('Contact by video , 1 September 2026');
    const checked = await site.post(clinician, path, { ...travelling(form), ...today, reason: 'Wrong child' });
    const saved = await site.post(clinician, path, travelling(checked));
    const after = await site.get(clinician, saved.location ?? '');
    expect(after.html).toContain('<s>Contact by video</s>');
    expect(textOf(after)).toContain('Recorded in error: Wrong child');
    expect(textOf(after)).toContain('Corrected: Contact by video, 1 September 2026');
    expect(/app-wait__days">([^<]+)</.exec(after.html)?.[1]).toBe(wait);
    expect((await site.get(clinician, `${path}?event=${'A'.repeat(16)}`)).status).toBe(404);
  });

  it('a receipt recorded in error can be recorded again, and nothing else', async () => {
    const view = await waiting();
    const receipt = view.referral.events[0]?.id ?? '';
    const voided = await happened(site, clinician, view, [
      '2026-11-01',
      { kind: 'recorded-in-error', eventId: receipt, reason: 'Wrong day' },
    ]);
    const page = await site.get(clinician, pathOf(voided));
    expect(textOf(page)).toContain('No wait is counted');
    expect(textOf(page)).toContain('Record the receipt again');
    expect(textOf(page)).not.toContain('Accept at triage');
    const path = `${pathOf(voided)}/record/received`;
    const form = await site.get(clinician, path);
    const checked = await site.post(clinician, path, {
      ...travelling(form),
      ...typedDate('on', '2026-07-05'),
      source: 'school',
      tier: 'soon',
    });
    await site.post(clinician, path, travelling(checked));
    expect(await lastFacts(voided)).toEqual({
      kind: 'received',
      source: 'school',
      tier: 'soon',
      alreadyAccepted: false,
    });
  });
});

describe('who may record what', () => {
  it('an administrator cannot move a child up: no button, no form, no saving', async () => {
    const view = await waiting({ before: [['2026-07-08', { kind: 'triage-accepted' }]] });
    const page = await site.get(administrator, pathOf(view));
    expect(page.html).not.toContain('record/retiered');
    expect(textOf(page)).toContain('Only a clinician of the service can change the priority.');
    const path = `${pathOf(view)}/record/retiered`;
    expect((await site.get(administrator, path)).status).toBe(403);
    const typed = { version: '2', event: '', _key: 'k', _step: 'save', ...today, tier: 'urgent', reason: 'Rang' };
    expect((await site.post(administrator, path, typed)).status).toBe(403);
    expect(await lastFacts(view)).toMatchObject({ kind: 'triage-accepted' });
    expect((await site.get(clinician, pathOf(view))).html).toContain('record/retiered');
  });

  it('a clinician of another service reads and cannot record', async () => {
    const other = await site.signIn('clinician', { services: ['ot'] });
    const view = await waiting();
    const page = await site.get(other, pathOf(view));
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Only Speech and language therapy can record anything on it.');
    expect(page.html).not.toContain('/record/');
    expect((await site.get(other, `${pathOf(view)}/record/noted`)).status).toBe(403);
  });

  it('what is not there answers like what is not there', async () => {
    const view = await waiting();
    expect((await site.get(clinician, `${pathOf(view)}/record/no-such-kind`)).status).toBe(404);
    expect((await site.get(clinician, `/people/${view.referral.personId}/referrals/${'A'.repeat(16)}`)).status).toBe(
      404,
    );
    const closed = await happened(site, clinician, view, [
      '2026-10-01',
      { kind: 'rejected', reason: 'other', advice: 'No' },
    ]);
    const late = await site.get(clinician, `${pathOf(closed)}/record/appointment-booked`);
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('This cannot be recorded now');
  });
});
