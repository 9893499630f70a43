/**
 * Invented courses of EHC assessments: from the request to today, as a place under strain would have recorded them. Some
 * decisions are late, some plans too, most advice comes, some is owed long past its day, and plans go through reviews and moves.
 */
import { addDays, addMonths, type LocalDate, localDate, partsOf } from '../../../shared/domain/calendar/local-date.ts';
import type { AdviceFacts } from '../../../shared/domain/ehc/advice-facts.ts';
import type { AssessmentFacts, FactsOf } from '../../../shared/domain/ehc/assessment-facts.ts';
import { qualityAnswers, qualityItems } from '../../../shared/domain/ehc/quality.ts';
import type { Chance } from './random.ts';

export interface Dated<F> {
  readonly on: LocalDate;
  readonly facts: F;
}

export interface EhcHistory {
  readonly assessment: readonly Dated<AssessmentFacts>[];
  /** What happened to each service's advice after it was asked for. */
  readonly advice: ReadonlyMap<string, readonly Dated<AdviceFacts>[]>;
}

/** How often each service is asked, of a hundred. */
const asks = [
  ['salt', 85],
  ['ot', 60],
  ['community-paediatrics', 80],
  ['camhs', 40],
  ['social-care', 95],
] as const;

const evidence = 'Recorded from the invented case file of the demonstration.';
const approver = 'Designated clinical officer';

/** How long ago the request was: most are under way, some have been plans for years. */
const ages = [
  [[1, 40], 5],
  [[41, 60], 3],
  [[61, 110], 7],
  [[111, 175], 7],
  [[176, 420], 6],
  [[421, 900], 4],
] as const;

export function inventEhcHistory(chance: Chance, today: LocalDate): EhcHistory {
  const [least, most] = chance.weighted<readonly [number, number]>(ages);
  const requestedOn = addDays(today, -chance.whole(least, most));
  const after = (days: number) => addDays(requestedOn, days);
  const all: Dated<AssessmentFacts>[] = [
    {
      on: requestedOn,
      facts: { kind: 'request-received', requestedBy: requester(chance), councilReference: reference(chance) },
    },
  ];
  const decidedOn = after(
    chance.weighted([
      [chance.whole(25, 42), 8],
      [chance.whole(43, 58), 1],
    ]),
  );
  const services = asks.filter(([, often]) => chance.whole(1, 100) <= often).map(([service]) => service);
  const askedOn = chance.happens(0.3) ? after(chance.whole(3, 14)) : decidedOn;
  const asked: Dated<AssessmentFacts> = {
    on: askedOn,
    facts: {
      kind: 'advice-asked',
      services: services.length > 0 ? services : ['social-care'],
      familyAsked: chance.happens(0.1),
    },
  };
  const assess = chance.happens(0.82);
  const decision: Dated<AssessmentFacts> = {
    on: decidedOn,
    facts: { kind: 'decision', outcome: assess ? 'assess' : 'do-not-assess' },
  };
  if (assess || askedOn < decidedOn) all.push(asked);
  all.push(decision, ...(assess ? afterDeciding(chance, requestedOn, decidedOn) : afterRefusal(chance, decidedOn)));
  if (chance.happens(0.05))
    all.push({
      on: after(chance.whole(59, 100)),
      facts: { kind: 'closed', reason: chance.happens(0.5) ? 'moved-away' : 'request-withdrawn' },
    });
  const assessment = cutAtEnd(byDay(all).filter(({ on }) => on <= today));
  const isAsked = assessment.some(({ facts }) => facts.kind === 'advice-asked');
  const asking = asked.facts.kind === 'advice-asked' && isAsked ? asked.facts.services : [];
  const endedOn = assessment.find(({ facts }) => endsAdvice(facts))?.on;
  return {
    assessment,
    advice: new Map(
      asking.map((service) => [
        service,
        byDay(inventAdvice(chance, askedOn)).filter(({ on }) => on <= today && (endedOn === undefined || on < endedOn)),
      ]),
    ),
  };
}

function afterDeciding(chance: Chance, requestedOn: LocalDate, decidedOn: LocalDate): Dated<AssessmentFacts>[] {
  if (chance.happens(0.07))
    return [{ on: addDays(requestedOn, chance.whole(100, 116)), facts: { kind: 'no-plan-notice' } }];
  const draftOn = addDays(requestedOn, Math.max(chance.whole(95, 150), 62));
  const finalOn = addDays(draftOn, chance.whole(15, 40));
  const events: Dated<AssessmentFacts>[] = [
    { on: draftOn, facts: { kind: 'draft-served' } },
    { on: finalOn, facts: { kind: 'plan-final' } },
    ...afterPlan(chance, finalOn),
  ];
  if (chance.happens(0.7))
    events.push({ on: addDays(draftOn, chance.whole(4, 14)), facts: { kind: 'family-responded' } });
  if (chance.happens(0.1))
    events.push({
      on: addDays(decidedOn, chance.whole(10, 30)),
      facts: {
        kind: 'limit-exception',
        ground: 'exceptional-circumstances',
        limits: ['final-plan'],
        evidence,
        approver,
      },
    });
  return events;
}

function afterRefusal(chance: Chance, decidedOn: LocalDate): Dated<AssessmentFacts>[] {
  if (!chance.happens(0.35)) return [];
  const mediatedOn = addDays(decidedOn, chance.whole(15, 50));
  const lodgedOn = addDays(mediatedOn, chance.whole(5, 25));
  return [
    { on: mediatedOn, facts: { kind: 'mediation-certificate' } },
    { on: lodgedOn, facts: { kind: 'appeal-lodged' } },
  ];
}

/** Reviews, one a year, each concluded and sometimes amending; and a move to another phase for some. */
function afterPlan(chance: Chance, finalOn: LocalDate): Dated<AssessmentFacts>[] {
  const events: Dated<AssessmentFacts>[] = [];
  let since = finalOn;
  for (let year = 0; year < 3; year += 1) {
    const meetingOn = addDays(addMonths(since, 12), -chance.whole(20, 60));
    const noticeOn = addDays(meetingOn, chance.whole(15, 34));
    const outcome = chance.weighted([
      ['maintain', 6],
      ['amend', 4],
    ] as const);
    events.push(
      { on: addDays(meetingOn, -chance.whole(25, 45)), facts: { kind: 'review-meeting-set', meetingOn } },
      { on: addDays(meetingOn, -chance.whole(8, 20)), facts: { kind: 'review-advice-circulated' } },
      { on: meetingOn, facts: { kind: 'review-meeting' } },
      { on: addDays(meetingOn, chance.whole(5, 14)), facts: { kind: 'review-report' } },
      { on: noticeOn, facts: { kind: 'review-notice', outcome } },
    );
    if (outcome === 'amend')
      events.push({ on: addDays(noticeOn, chance.whole(30, 70)), facts: { kind: 'amended-plan-final' } });
    since = noticeOn;
  }
  if (chance.happens(0.3)) {
    const move = chance.pick(['primary-to-secondary', 'secondary-to-post-16', 'early-years-to-school'] as const);
    const plannedOn = addDays(finalOn, chance.whole(10, 60));
    const movesOn = localDate(`${partsOf(plannedOn).year + 1}-09-01`);
    events.push({ on: plannedOn, facts: { kind: 'transfer-planned', move, movesOn } });
    if (chance.happens(0.6))
      events.push({ on: addDays(movesOn, -chance.whole(180, 230)), facts: { kind: 'transfer-plan-final' } });
  }
  return events;
}

function inventAdvice(chance: Chance, askedOn: LocalDate): Dated<AdviceFacts>[] {
  const after = (days: number) => addDays(askedOn, days);
  const events: Dated<AdviceFacts>[] = [{ on: after(chance.whole(1, 9)), facts: { kind: 'passed-on' } }];
  const repliedAfter = chance.weighted([
    [chance.whole(15, 42), 13],
    [chance.whole(43, 80), 5],
    [chance.whole(81, 400), 2],
  ]);
  const by = ['email', 'telephone'] as const;
  for (const day of [14, 28, 35, 40, 43, 50, 57])
    if (day < repliedAfter && chance.happens(0.6))
      events.push({ on: after(day), facts: { kind: 'chased', by: chance.pick(by) } });
  if (repliedAfter > 42 && chance.happens(0.5))
    events.push({
      on: after(30),
      facts: {
        kind: 'delay-explained',
        why: chance.pick(['waiting-list', 'staff-absence', 'school-holidays'] as const),
      },
    });
  if (repliedAfter > 20 && chance.happens(repliedAfter > 80 ? 0.4 : 0.12)) {
    events.push({ on: after(19), facts: { kind: 'appointment-missed' } });
    events.push({ on: after(20), facts: { kind: 'exception', ground: 'missed-appointment', evidence, approver } });
  }
  return [...events, ...replyOf(chance, after(repliedAfter))];
}

function replyOf(chance: Chance, on: LocalDate): Dated<AdviceFacts>[] {
  const how = chance.weighted([
    ['returned', 14],
    ['not-known', 4],
    ['existing-advice-accepted', 2],
  ] as const);
  if (how === 'not-known') return [{ on, facts: { kind: 'not-known' } }];
  if (how === 'existing-advice-accepted') {
    const agreed = {
      authorAgreedOn: addDays(on, -5),
      authorityAgreedOn: addDays(on, -3),
      familyAgreedOn: addDays(on, -1),
    };
    return [{ on, facts: { kind: how, writtenOn: addMonths(on, -6), ...agreed } }];
  }
  const checked = Object.fromEntries(
    qualityItems.map((item) => [
      item,
      chance.weighted([
        [qualityAnswers[0], 7],
        [qualityAnswers[1], 3],
        [qualityAnswers[2], 1],
      ]),
    ]),
  ) as Extract<AdviceFacts, { kind: 'quality-checked' }>['checklist'];
  return [
    { on, facts: { kind: 'returned' } },
    ...(chance.happens(0.6)
      ? [{ on: addDays(on, chance.whole(3, 20)), facts: { kind: 'quality-checked', checklist: checked } } as const]
      : []),
  ];
}

function requester(chance: Chance): FactsOf<'request-received'>['requestedBy'] {
  return chance.weighted([
    ['parent', 9],
    ['setting', 9],
    ['other-professional', 1],
    ['moved-in', 1],
  ] as const);
}

function reference(chance: Chance): string {
  return `EHC-${chance.whole(10_000, 99_999)}`;
}

/** Nothing happens to an assessment after it is closed, and nothing to one that was refused but an appeal. */
function cutAtEnd(events: readonly Dated<AssessmentFacts>[]): Dated<AssessmentFacts>[] {
  const end = events.findIndex(({ facts }) => facts.kind === 'closed');
  return end < 0 ? [...events] : events.slice(0, end + 1);
}

function endsAdvice(facts: AssessmentFacts): boolean {
  return (
    facts.kind === 'closed' ||
    facts.kind === 'no-plan-notice' ||
    (facts.kind === 'decision' && facts.outcome === 'do-not-assess')
  );
}

function byDay<F>(events: readonly Dated<F>[]): Dated<F>[] {
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
