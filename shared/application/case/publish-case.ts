import { caseEventType, checkedCaseEvent } from '../../../events/catalogue.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { eventCount } from '../../domain/case/case.ts';
import { familyMessageFactsSchema } from '../../domain/family-message/facts.ts';
import { alertableCase } from '../alerts/alertable.ts';
import { settleSubject } from '../alerts/settle-alerts.ts';
import type { PublishingDeps } from '../deps.ts';
import type { Cases, KeptCase } from '../ports/cases.ts';
import { enveloped, follow, importOf, refreshRows, written } from '../publish/publish-change.ts';
import { followOnOf } from './follow-ons.ts';
import { writtenCaseKind } from './written-kind.ts';

/**
 * What follows from a committed change of a case. Doing it twice changes nothing.
 * @param now as the change has it: without what is archived. @param at when it was committed.
 */
export async function publishCaseChange(
  deps: PublishingDeps,
  now: KeptCase,
  then: KeptCase | undefined,
  at: Instant,
): Promise<void> {
  const after = await readyCase(deps.cases, now);
  const before = then && (await readyCase(deps.cases, then));
  const { place, personId, id: caseId, kind: caseKind, events: history } = after.record;
  const { service } = after.entry.row;
  const forOne = grantOf(after.record);
  const known = before === undefined ? 0 : eventCount(before.record);
  const fresh = history.filter(({ seq }) => seq >= known);
  const events = fresh.map((event) => {
    const { id: eventId, seq, on, recordedAt, by, previousHash, hash, facts } = event;
    const data = { place, personId, caseId, case: caseKind, service, ...forOne, seq, on, ...importOf(event) };
    const kind = writtenCaseKind(caseKind, facts.kind);
    return {
      entry: { ...written(place, personId, caseId, seq, by), eventId, kind, recordedAt, previousHash, hash },
      event: checkedCaseEvent(enveloped(caseEventType(caseKind, facts.kind), eventId, caseId, recordedAt, data)),
    };
  });
  await follow(deps, events);
  // Whoever recorded it may have read the person just before the person changed: then the row was out of date from the start.
  const person = await deps.people.get(place, personId);
  if (person !== undefined && person.version > after.entry.personVersion) await refreshRows(deps, place, personId, at);
  const { caseTypes } = deps;
  await followOnOf(caseKind)?.follow(deps, after.record, at);
  await settleSubject(deps, alertableCase(caseTypes, after), before && alertableCase(caseTypes, before), at);
}

/** With its archived events, where nothing stands for them: rules follow from all that happened. */
async function readyCase(cases: Pick<Cases, 'whole'>, kept: KeptCase): Promise<KeptCase> {
  return kept.record.checkpoint === undefined ? cases.whole(kept) : kept;
}

/** What a family wrote, and its answer, are for whoever wrote it and for no other household. */
function grantOf({ kind, events: [first] }: KeptCase['record']): { readonly grantId?: string } {
  if (kind !== 'family-message' || first === undefined) return {};
  const sent = familyMessageFactsSchema.safeParse(first.facts);
  return sent.success && sent.data.kind === 'sent' ? { grantId: sent.data.grantId } : {};
}
