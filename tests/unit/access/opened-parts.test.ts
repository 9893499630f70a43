/** What a grant opens on a day: the worked examples of domain.md 9 by their ids. */
import { describe, expect, it } from 'vitest';
import { accessNotices, accessReviews, reviewedAccess } from '../../../shared/domain/access/access-reviews.ts';
import { foldAccess, grantOf } from '../../../shared/domain/access/family-access.ts';
import { linkedActions } from '../../../shared/domain/access/linked-actions.ts';
import { openedParts } from '../../../shared/domain/access/opened-parts.ts';
import { parts } from '../../../shared/domain/access/part.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { AccessHistory, born, CHILD, FATHER, MOTHER } from './histories.ts';

const everything = [...parts];
const withoutPlan = everything.filter((part) => part !== 'ehc');

describe('an adult with parental responsibility', () => {
  it('F9-04: of a child of 8 sees everything', () => {
    const history = new AccessHistory(born('2016-05-20')).letIn(MOTHER, '2024-06-01');
    expect(history.opens(MOTHER, '2024-06-01')).toEqual(everything);
  });

  it('F9-05: is told at 10, not cut off at 11, and there is a review to do', () => {
    const history = new AccessHistory(born('2014-10-02')).letIn(MOTHER, '2023-01-05');
    const notices = (day: string) => accessNotices(history.person, localDate(day)).map(({ kind }) => kind);
    expect(notices('2024-10-01')).toEqual([]);
    expect(notices('2024-10-02')).toEqual(['changes-at-11']);
    expect(notices('2025-10-01')).toEqual(['changes-at-11']);
    expect(notices('2025-10-02')).toEqual([]);
    for (const day of ['2025-10-01', '2025-10-02', '2026-09-01', '2030-10-01'])
      expect(history.opens(MOTHER, day)).toEqual(everything);
    const [review] = accessReviews(reviewedAccess(history.state), history.person, localDate('2025-10-02'));
    expect(review).toEqual({ kind: 'review-at-11', from: '2025-10-02', dueOn: '2026-01-02' });
  });

  it('F9-06: of a child of 13 who can decide and refuses sees nothing from that day, and the child keeps their own', () => {
    const history = new AccessHistory(born('2012-02-11'))
      .letIn(MOTHER, '2022-01-05')
      .record('2025-05-01', { kind: 'competence-assessed', competent: true, consentsTo: [] })
      .letIn(CHILD, '2025-05-01');
    expect(history.opens(MOTHER, '2025-05-01')).toEqual([]);
    expect(history.opens(CHILD, '2025-05-01')).toEqual(everything);
  });

  it('whom a child who can decide wants to see the record goes on seeing it, until 16', () => {
    const history = new AccessHistory(born('2012-02-11'))
      .letIn(MOTHER, '2022-01-05')
      .letIn(FATHER, '2022-01-05')
      .record('2025-05-01', { kind: 'competence-assessed', competent: true, consentsTo: [MOTHER] });
    expect(history.opens(MOTHER, '2028-02-10')).toEqual(everything);
    expect(history.opens(FATHER, '2025-05-01')).toEqual([]);
    // What a younger child agreed to is asked again.
    expect(history.opens(MOTHER, '2028-02-11')).toEqual(['ehc']);
  });

  it('F9-07: of a child of 15 who cannot decide goes on, and it is asked again in twelve months', () => {
    const history = new AccessHistory(born('2010-11-03'))
      .letIn(MOTHER, '2020-01-05')
      .record('2024-12-09', { kind: 'competence-assessed', competent: false, consentsTo: [] });
    expect(history.opens(MOTHER, '2025-12-01')).toEqual(everything);
    const [review] = accessReviews(reviewedAccess(history.state), history.person, localDate('2025-01-01'));
    expect(review).toEqual({ kind: 'assess-again', from: '2024-12-09', dueOn: '2025-12-09' });
  });

  it('F9-08: sees no health part from 00:00 on the 16th birthday, and again on consent or a best-interests record', () => {
    const history = new AccessHistory(born('2009-11-03')).letIn(MOTHER, '2020-01-05');
    expect(history.opens(MOTHER, '2025-11-02')).toEqual(everything);
    // SEND rights pass on another day: the plan stays until then.
    expect(history.opens(MOTHER, '2025-11-03')).toEqual(['ehc']);
    expect(history.opens(MOTHER, '2026-06-26')).toEqual(['ehc']);
    expect(history.opens(MOTHER, '2026-06-27')).toEqual([]);
    const invite = accessReviews(reviewedAccess(history.state), history.person, localDate('2025-05-03')).find(
      ({ kind }) => kind === 'invite-young-person',
    );
    expect(invite).toEqual({ kind: 'invite-young-person', from: '2025-05-03', dueOn: '2025-11-03' });
    const agreed = history.record('2025-11-20', { kind: 'consent-recorded', grantId: MOTHER, given: true });
    expect(agreed.opens(MOTHER, '2026-07-01')).toEqual(everything);
    const decided = new AccessHistory(born('2009-11-03')).letIn(MOTHER, '2020-01-05').record('2025-11-20', {
      kind: 'best-interests-recorded',
      grantId: MOTHER,
      decidedBy: 'Meeting of 20 November',
      note: 'Cannot weigh it up',
    });
    expect(decided.opens(MOTHER, '2026-07-01')).toEqual(everything);
  });

  it('F9-02: loses the plan before the health parts where SEND rights pass before the birthday', () => {
    const history = new AccessHistory(born('2009-08-15')).letIn(MOTHER, '2020-01-05');
    expect(history.opens(MOTHER, '2025-06-27')).toEqual(everything);
    expect(history.opens(MOTHER, '2025-06-28')).toEqual(withoutPlan);
    expect(history.opens(MOTHER, '2025-08-14')).toEqual(withoutPlan);
    expect(history.opens(MOTHER, '2025-08-15')).toEqual([]);
  });

  it('F9-08: consent can be given ahead, from the day the young person is invited', () => {
    const consent = (on: string) =>
      new AccessHistory(born('2009-11-03'))
        .letIn(MOTHER, '2020-01-05')
        .record('2024-01-10', { kind: 'competence-assessed', competent: true, consentsTo: [MOTHER] })
        .record(on, { kind: 'consent-recorded', grantId: MOTHER, given: true });
    expect(consent('2025-05-02').opens(MOTHER, '2025-11-03')).toEqual(['ehc']);
    expect(consent('2025-05-03').opens(MOTHER, '2025-11-03')).toEqual(everything);
  });

  it('loses at once what the young person takes back', () => {
    const history = new AccessHistory(born('2009-11-03'))
      .letIn(MOTHER, '2020-01-05')
      .record('2025-11-20', { kind: 'consent-recorded', grantId: MOTHER, given: true })
      .record('2026-07-20', { kind: 'consent-recorded', grantId: MOTHER, given: false });
    expect(history.opens(MOTHER, '2026-07-20')).toEqual([]);
  });

  it('sees none of what a court order or the young person keeps from them, and the other adult is unchanged', () => {
    const history = new AccessHistory(born('2014-10-02'))
      .letIn(MOTHER, '2023-01-05')
      .letIn(FATHER, '2023-01-05')
      .record('2023-02-01', { kind: 'limited', grantId: FATHER, hidden: ['ehc', 'budget'], reason: 'court-order' });
    expect(history.opens(FATHER, '2023-02-01')).toEqual(['health', 'appointments', 'messages']);
    expect(history.opens(MOTHER, '2023-02-01')).toEqual(everything);
    const revoked = history.record('2023-03-01', { kind: 'revoked', grantId: FATHER, reason: 'risk-of-harm' });
    expect(revoked.opens(FATHER, '2023-03-01')).toEqual([]);
    expect(revoked.opens(MOTHER, '2023-03-01')).toEqual(everything);
  });

  it('is not shared with by a young person who can decide', () => {
    const history = new AccessHistory(born('2010-04-01'))
      .letIn(MOTHER, '2020-01-05')
      .record('2025-05-01', { kind: 'competence-assessed', competent: true, consentsTo: [MOTHER] })
      .record('2025-05-02', { kind: 'sharing-set', grantId: MOTHER, hidden: ['messages'] });
    expect(history.opens(MOTHER, '2025-05-02')).toEqual(everything.filter((part) => part !== 'messages'));
  });
});

describe('a child in care', () => {
  it('F9-09: nobody is let in without the authority, the birth parents included', () => {
    const history = new AccessHistory(born('2017-03-04'))
      .letIn(MOTHER, '2023-01-05')
      .record('2024-02-01', { kind: 'care-order-made', authority: 'The council' });
    expect(history.opens(MOTHER, '2024-02-01')).toEqual([]);
    expect(() => history.letIn(FATHER, '2024-02-02', { relationship: 'foster-carer', basis: 'delegated' })).toThrow(
      expect.objectContaining({ code: 'authority-needed' }),
    );
    const carer = history.letIn(FATHER, '2024-02-02', {
      relationship: 'foster-carer',
      basis: 'delegated',
      authority: 'Team manager',
    });
    expect(carer.opens(FATHER, '2024-02-02')).toEqual(everything);
    const agreed = carer.record('2024-03-01', { kind: 'authorised', grantId: MOTHER, authority: 'Team manager' });
    expect(agreed.opens(MOTHER, '2024-03-01')).toEqual(everything);
    const over = carer.record('2024-04-01', { kind: 'care-order-ended' });
    expect(over.opens(MOTHER, '2024-04-01')).toEqual(everything);
  });
});

describe('after a death', () => {
  it('F9-13: nothing is shown to anybody, whichever day it was', () => {
    const history = new AccessHistory({ ...born('2014-10-02'), diedOn: localDate('2025-04-03') }).recordAlive((alive) =>
      alive.letIn(MOTHER, '2023-01-05'),
    );
    for (const day of ['2025-04-02', '2025-04-03', '2026-01-01']) expect(history.opens(MOTHER, day)).toEqual([]);
    expect(accessReviews(reviewedAccess(history.state), history.person, localDate('2025-10-02'))).toEqual([]);
  });
});

describe('actions', () => {
  it('are those of the parts that are open, and sharing is the young person’s', () => {
    const history = new AccessHistory(born('2010-04-01'))
      .letIn(MOTHER, '2020-01-05')
      .record('2025-05-01', { kind: 'competence-assessed', competent: true, consentsTo: [MOTHER] })
      .letIn(CHILD, '2025-05-01');
    const actionsOf = (id: string) => {
      const state = foldAccess(history.access.events);
      const grant = grantOf(state, id);
      if (grant === undefined) throw new Error('there is no such grant');
      return [...linkedActions(grant, state, history.person, localDate('2025-05-02'))].sort();
    };
    const read = [
      'family.appointments',
      'family.budget',
      'family.ehc',
      'family.health',
      'family.messages',
      'family.read',
    ];
    expect(actionsOf(MOTHER)).toEqual(read);
    expect(actionsOf(CHILD)).toEqual([...read, 'family.share']);
    expect(openedParts(history.grant(CHILD), history.state, history.person, localDate('2025-05-02'))).toEqual(
      everything,
    );
  });
});
