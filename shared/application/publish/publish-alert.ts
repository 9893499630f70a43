import { alertEventType } from '../../../events/catalogue.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { standingOfAlert } from '../../domain/alert/alert.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { isNewlyRaised, settleAlert } from '../alerts/settle-alerts.ts';
import { writtenAlertKind } from '../alerts/written-kind.ts';
import type { PublishingDeps } from '../deps.ts';
import { follow, published, written } from './publish-change.ts';

/** What follows from a committed change of an alert. Doing it twice changes nothing. @param at when it was committed. */
export async function publishAlertChange(
  deps: PublishingDeps,
  after: Alert,
  before: Alert | undefined,
  at: Instant,
): Promise<void> {
  const { place, personId, subject, id: alertId, kind: deadline, severity, threshold, team } = after;
  const known = before?.events.length ?? 0;
  const events = after.events.slice(known).map((event, index) => {
    const { id: eventId, seq, recordedAt, by, previousHash, hash, facts } = event;
    const { escalatedTo } = standingOfAlert({ events: after.events.slice(0, known + index + 1) });
    const about = { place, personId, alertId, seq };
    const data = {
      ...about,
      ...publishedSubject(subject),
      deadline,
      severity,
      threshold,
      team,
      ...(escalatedTo === null ? {} : { escalatedTo }),
    };
    const kind = writtenAlertKind(facts.kind);
    return {
      entry: { ...written(place, personId, alertId, seq, by), eventId, kind, recordedAt, previousHash, hash },
      event: published(alertEventType(facts.kind), eventId, alertId, recordedAt, data),
    };
  });
  await follow(deps, events);
  if (isNewlyRaised(after, before)) await settleAlert(deps, after, at);
}

/** What an alert is about, under the names that events of referrals and cases have. */
function publishedSubject(subject: Alert['subject']) {
  if (subject.of === 'referral') return { referralId: subject.id, queue: subject.queue };
  return { caseId: subject.id, case: subject.kind, service: subject.service };
}
