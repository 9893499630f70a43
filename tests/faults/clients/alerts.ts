/** Those who work alerts: they take one of their list up, or put it off. */
import { ADMINISTRATORS, PLACES } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { Work } from './desk.ts';

export function onAlert(worked: Map<string, string[]>): Work {
  return async (desk) => {
    const { chance } = desk;
    const place = chance.pick([PLACES[0], PLACES[0], PLACES[1]]);
    const by = ADMINISTRATORS[place];
    const listed = await desk.read(by, '/v1/alerts', { limit: '100' });
    const alerts: readonly { readonly id: string }[] = listed?.status === 200 ? listed.body.alerts : [];
    if (alerts.length === 0) return undefined;
    const { id } = chance.pick(alerts);
    const path = `/v1/alerts/${id}`;
    const [verb, body] = chance.happens(0.6)
      ? (['acknowledge', {}] as const)
      : (['snooze', { until: dateOf(desk.today + chance.whole(1, 20)), reason: 'Booked' }] as const);
    const done = () => void worked.set(id, [...(worked.get(id) ?? []), verb]);
    return desk.command({ by, place, path: `${path}/${verb}`, seenAt: path, body, done });
  };
}
