/** Look-ups that are worth a question: rules as data, and how a member of staff's hour is held against them. */
import * as z from 'zod';
import { type Instant, instantSchema, localDateOf, localTimeOf } from '../calendar/instant.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import type { ViewEntry, ViewMark } from './view.ts';

/** Which views a rule counts. */
type Counted =
  | { readonly mark: ViewMark }
  | { readonly action: string }
  /** From one hour of the evening to one of the morning, in England, and on every day that is no working day. */
  | { readonly outsideHours: { readonly from: number; readonly to: number } };

/** More than `over` of what is counted in one hour of one member of staff is unusual. */
export interface UnusualRule {
  readonly code: string;
  readonly title: string;
  readonly views: Counted;
  /** Different people shown, or views however many they showed. */
  readonly counts: 'people' | 'views';
  readonly over: number;
}

/** The rules in force. A number is where ordinary work of one hour ends; being named is a question and no accusation. */
export const unusualRules = [
  {
    code: 'outside-service',
    title: 'Many people outside their own services',
    views: { mark: 'outside-service' },
    counts: 'people',
    over: 15,
  },
  {
    code: 'number-searches',
    title: 'Many searches by NHS number',
    views: { mark: 'nhs-number' },
    counts: 'views',
    over: 30,
  },
  { code: 'restricted', title: 'Restricted records', views: { mark: 'restricted' }, counts: 'people', over: 3 },
  { code: 'emergency', title: 'Emergency access', views: { mark: 'emergency' }, counts: 'people', over: 0 },
  { code: 'files', title: 'People in files taken out', views: { action: 'queue.export' }, counts: 'people', over: 500 },
  {
    code: 'outside-hours',
    title: 'Outside working hours',
    views: { outsideHours: { from: 20, to: 7 } },
    counts: 'views',
    over: 10,
  },
] as const satisfies readonly UnusualRule[];
export type UnusualCode = (typeof unusualRules)[number]['code'];

const codes = unusualRules.map(({ code }) => code) as [UnusualCode, ...UnusualCode[]];

/** An hour of a member of staff in which a rule was exceeded. */
export const unusualHourSchema = z.strictObject({
  actor: opaqueIdSchema,
  role: z.string().min(1).max(40),
  rule: z.enum(codes),
  /** When the hour began; hours of the clock in England begin with those of UTC. */
  hour: instantSchema,
  count: z.int().min(1),
  /** The number that the rule allowed then. */
  over: z.int().min(0),
});
export type UnusualHour = Readonly<z.output<typeof unusualHourSchema>>;

export function unusualTitle(code: UnusualCode): string {
  return unusualRules.find((rule) => rule.code === code)?.title ?? code;
}

/** The hours of one member of staff in which a rule was exceeded, in the order of time. */
export function unusualHours(
  entries: readonly ViewEntry[],
  rules: readonly (UnusualRule & { readonly code: UnusualCode })[] = unusualRules,
): readonly UnusualHour[] {
  const hours = Map.groupBy(entries, ({ at }) => at.slice(0, 13));
  return [...hours]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([hour, views]) =>
      rules.flatMap((rule): UnusualHour[] => {
        const counted = views.filter((view) => isCounted(view, rule.views));
        const count =
          rule.counts === 'views' ? counted.length : new Set(counted.flatMap(({ subjects }) => subjects)).size;
        const [first] = counted;
        if (first === undefined || count <= rule.over) return [];
        const { actor, role } = first;
        const start = instantSchema.parse(`${hour}:00:00.000Z`);
        return [{ actor, role, rule: rule.code, hour: start, count, over: rule.over }];
      }),
    );
}

function isCounted(view: ViewEntry, counted: Counted): boolean {
  if ('mark' in counted) return view.marks?.includes(counted.mark) ?? false;
  if ('action' in counted) return view.action === counted.action;
  return isOutside(view.at, counted.outsideHours);
}

function isOutside(at: Instant, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const hour = Number(localTimeOf(at).time.slice(0, 2));
  return hour >= from || hour < to || !isWorkingDay(localDateOf(at));
}

/** What marks are called where people read them. */
export const markNames: Readonly<Record<ViewMark, string>> = {
  'outside-service': 'Outside their services',
  restricted: 'Restricted record',
  'nhs-number': 'By NHS number',
  emergency: 'Emergency access',
};
