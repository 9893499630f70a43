/** A short campaign; and that a campaign sees what it is there to see. `npm run faults` runs a long one. */
import { describe, expect, it } from 'vitest';
import type { Senders } from '../../shared/application/ports/senders.ts';
import { caseTypes } from '../../shared/domain/case/case-types.ts';
import { runCampaign } from './campaign.ts';

const EVENTS = 400;

/** Keys that follow from nothing: another one each time. */
function anyKey(): () => string {
  let keys = 0;
  return () => {
    keys += 1;
    return `key-${String(keys).padStart(12, '0')}`.padEnd(43, '_');
  };
}

describe('a campaign', () => {
  it('loses nothing, tells nothing twice, and is the same again with the same seed', async () => {
    const first = await runCampaign({ seed: 7, events: EVENTS });
    expect(first.differences).toEqual([]);
    expect(first.total).toBeGreaterThanOrEqual(EVENTS);
    for (const fault of ['throttled', 'failed', 'lost', 'unanswered', 'killed-before', 'killed-after'])
      expect(first.faults[fault], fault).toBeGreaterThan(0);
    expect(first.counts['of them past a date']).toBeGreaterThan(0);
    expect(await runCampaign({ seed: 7, events: EVENTS })).toEqual(first);
  }, 120_000);

  it('survives real processes that are killed at their steps', async () => {
    const { differences, faults } = await runCampaign({ seed: 3, events: 60, processes: 7 });
    expect(differences).toEqual([]);
    const killed = Object.entries(faults).filter(([name]) => /^processes of .+ killed$/.test(name));
    expect(killed.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it('sees alerts that are raised under keys that do not follow from their deadline', async () => {
    const hash = anyKey();
    const { differences } = await runCampaign({
      seed: 7,
      events: EVENTS,
      sabotage: { watch: (deps) => ({ ...deps, hash }) },
    });
    expect(differences.filter((line) => / \d+ alerts$/.test(line))).not.toEqual([]);
  }, 120_000);

  it('sees messages that are kept under keys that do not follow from what they tell', async () => {
    const hash = anyKey();
    const { differences } = await runCampaign({
      seed: 7,
      events: 2 * EVENTS,
      sabotage: { notify: (deps) => ({ ...deps, hash }) },
    });
    expect(differences.filter((line) => /messages for \d+ tellings$/.test(line))).not.toEqual([]);
  }, 120_000);

  it('sees dates of cases that nobody watches', async () => {
    const unwatched = new Map([...caseTypes].map(([kind, type]) => [kind, { ...type, deadlines: () => [] }]));
    const { differences } = await runCampaign({
      seed: 7,
      events: EVENTS,
      sabotage: { watch: (deps) => ({ ...deps, caseTypes: unwatched }) },
    });
    const missing = differences.filter((line) => line.endsWith('there is no alert'));
    expect(missing.filter((line) => !line.startsWith('referral'))).not.toEqual([]);
  }, 120_000);

  it('sees e-mails that come twice', async () => {
    const twice = (senders: Senders): Senders => ({
      ...senders,
      email: async (to, what) => {
        await senders.email(to, what);
        return senders.email(to, what);
      },
    });
    const { differences } = await runCampaign({ seed: 7, events: EVENTS, sabotage: { senders: twice } });
    expect(differences.filter((line) => /^\d+ e-mails came twice$/.test(line))).toHaveLength(1);
  }, 120_000);
});
