/**
 * An alert as stored. What it is about stands in the row that its list shows, and nowhere else: the item is paid for by
 * the byte. An event's number and the hash before it follow from where it stands.
 */
import * as z from 'zod';
import type { AlertRow, KeptAlert } from '../../application/ports/alerts.ts';
import { type Alert, alertSchema, alertStates, standingOfAlert } from '../../domain/alert/alert.ts';
import { deadlineKinds } from '../../domain/alert/deadline-kinds.ts';
import { alertSeverities, severityRank } from '../../domain/alert/severity.ts';
import { dateOfEpochDay, epochDayOf, localDateSchema } from '../../domain/calendar/local-date.ts';
import { caseKinds } from '../../domain/case/case-kinds.ts';
import { packedDeadlineKindSchema } from './alerted-codec.ts';
import { alertKey, alertKeyOf, alertList, alertWatchList } from './keys.ts';
import { codeAt } from './packed.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';

const placeIn = (codes: readonly unknown[]) =>
  z
    .int()
    .min(0)
    .max(codes.length - 1);

/** Days are days since 1970. Order and code lists may only grow at their ends. */
export const packedAlertSchema = z.tuple([
  z.string(), // person
  z.string(), // referral or case
  z.string(), // queue of the referral, or service of the case
  packedDeadlineKindSchema,
  placeIn(alertSeverities),
  z.string(), // threshold
  z.int(), // start
  z.int(), // due
  z.int(), // crossed on
  placeIn(alertStates),
  z.int(), // in that state since
  z.int().nullable(), // snoozed until
  z.string().nullable(), // passed on to
  z.int().min(1), // version
  z
    .int()
    .refine((at) => at in caseKinds, 'not a kind of case')
    .nullable(), // kind of the case, null for a referral
]);
type PackedAlert = z.output<typeof packedAlertSchema>;

export const storedAlertSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('ALERT'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
  wp: z.string().optional(),
  ws: localDateSchema.optional(),
  row: packedAlertSchema,
  events: z.array(z.record(z.string(), z.unknown())).min(1),
});

/** Parts of a row before there were cases: every alert was about a referral. */
const ROW_BEFORE_CASES = 14;
function aboutReferral(item: RawItem): RawItem {
  const { row } = item;
  return { ...item, row: Array.isArray(row) ? [...(row as readonly unknown[]), null] : row };
}

export const alertShape: ItemShape<Alert> = {
  name: 'alert',
  schema: 2,
  upcasts: { 1: aboutReferral },
  stored: storedAlertSchema.transform((item, context) => {
    const row = rowOf(item);
    const place = alertKeyOf(item)?.place;
    const events = item.events.map((event, seq) => ({
      ...event,
      seq,
      previousHash: seq === 0 ? '' : item.events[seq - 1]?.['hash'],
    }));
    const { id, personId, subject, kind, start, due, threshold, severity, on, team } = row;
    const about = { id, place, personId, subject, kind, start, due, threshold, severity, on, team };
    const parsed = alertSchema.safeParse({ ...about, version: item.v, events });
    if (parsed.success) return parsed.data;
    for (const { path } of parsed.error.issues) context.addIssue({ code: 'custom', message: 'not readable', path });
    return z.NEVER;
  }),
};

/** An alert as an item. */
export function alertItem({ alert, watchOn }: KeptAlert) {
  const { place, id, version, team } = alert;
  const { state } = standingOfAlert(alert);
  return {
    ...alertKey(place, id),
    v: version,
    schema: alertShape.schema,
    lp: alertList(place, team, state !== 'resolved'),
    ls: orderOf(alert),
    ...(watchOn === null ? {} : { wp: alertWatchList(place), ws: watchOn }),
    row: packed(alert),
    events: alert.events.map(({ seq: _seq, previousHash: _previous, ...event }) => event),
  };
}

/** Reads an alert's item. @throws UnreadableItem */
export function alertOf(item: RawItem): Alert {
  return readItem(alertShape, item);
}

/** The order in which open alerts are worked: what nobody has taken up first, the most serious of each first, then the first due. */
const urgency: Readonly<Record<Exclude<(typeof alertStates)[number], 'resolved'>, number>> = {
  escalated: 0,
  raised: 1,
  acknowledged: 2,
  snoozed: 3,
};
/** Every order of an alert that was passed on, and of no other, lies between these. */
export const ESCALATED_ORDERS = { from: `${urgency.escalated}`, to: `${urgency.raised}` } as const;

function orderOf(alert: Alert): string {
  const { state } = standingOfAlert(alert);
  const last = alert.events.at(-1);
  if (state === 'resolved') return `${last?.recordedAt}#${alert.id}`;
  return `${urgency[state]}${severityRank(alert.severity)}#${alert.due}#${alert.id}`;
}

function packed(alert: Alert): PackedAlert {
  const { state, since, until, escalatedTo } = standingOfAlert(alert);
  return [
    alert.personId,
    alert.subject.id,
    alert.subject.of === 'referral' ? alert.subject.queue : alert.subject.service,
    deadlineKinds.indexOf(alert.kind),
    alertSeverities.indexOf(alert.severity),
    alert.threshold,
    epochDayOf(alert.start),
    epochDayOf(alert.due),
    epochDayOf(alert.on),
    alertStates.indexOf(state),
    epochDayOf(since),
    until === null ? null : epochDayOf(until),
    escalatedTo,
    alert.version,
    alert.subject.of === 'referral' ? null : caseKinds.indexOf(alert.subject.kind),
  ];
}

const entrySchema = z.object({
  pk: z.string(),
  sk: z.string(),
  lp: z.string(),
  ls: z.string(),
  row: packedAlertSchema,
});
const entryShape: ItemShape<AlertRow> = {
  name: 'entry of a list of alerts',
  schema: 2,
  upcasts: { 1: aboutReferral },
  stored: entrySchema.transform(rowOf),
};

/** Reads an entry of a list. Index entries carry no schema version: how much there is of the row tells it. */
export function alertRowOf(entry: RawItem): AlertRow {
  const { row } = entry;
  const schema = Array.isArray(row) && row.length === ROW_BEFORE_CASES ? 1 : entryShape.schema;
  return readItem(entryShape, { ...entry, schema });
}

function rowOf({ pk, sk, lp, ls, row }: z.output<typeof entrySchema>): AlertRow {
  const [personId, subjectId, queueOrService, kind, severity, threshold, start, due, on, state, since, until, to] = row;
  const [, , , , , , , , , , , , , version, caseKind] = row;
  return {
    id: alertKeyOf({ pk, sk })?.alertId ?? '',
    personId,
    subject:
      caseKind === null
        ? { of: 'referral', id: subjectId, queue: queueOrService }
        : { of: 'case', id: subjectId, kind: codeAt(caseKinds, caseKind), service: queueOrService },
    threshold,
    version,
    kind: codeAt(deadlineKinds, kind),
    severity: codeAt(alertSeverities, severity),
    start: dateOfEpochDay(start),
    due: dateOfEpochDay(due),
    on: dateOfEpochDay(on),
    team: lp.split('#')[2] ?? '',
    state: codeAt(alertStates, state),
    since: dateOfEpochDay(since),
    until: until === null ? null : dateOfEpochDay(until),
    escalatedTo: to,
    order: ls,
  };
}
