/** Everybody who has to be told of an alert was told once on each of their channels. */
import type { Alert } from '../../../shared/domain/alert/alert.ts';
import { type Telling, toBeTold } from '../audience.ts';
import type { World } from '../world.ts';
import type { Differs, Found } from './found.ts';

const TOLD = ['raised', 'escalated', 'snooze-ended'];

/** Every telling arrived once on each channel: by itself, or in one message with others. */
export function judgeTellings({ alerts, messages }: Found, world: World, differs: Differs) {
  const arrivals = new Map<string, number>();
  for (const { to, reference } of world.outside.arrivals)
    arrivals.set(`${to} ${reference}`, (arrivals.get(`${to} ${reference}`) ?? 0) + 1);
  const repeats = { email: 0, text: 0, hook: 0 };
  for (const [arrival, times] of arrivals) repeats[arrival.split(' ')[0] as keyof typeof repeats] += times - 1;
  const wholes = new Map<string, string[]>();
  for (const { id, about } of messages)
    if (about.kind === 'bundle') for (const part of about.messages) wholes.set(part, [...(wholes.get(part) ?? []), id]);
  const kept = Map.groupBy(messages, ({ to, channel, about }) =>
    about.kind === 'alert' ? `${about.alertId} ${about.event} ${to} ${channel}` : 'others',
  );
  let [told, ended] = [0, 0];
  for (const alert of alerts) {
    const hasEnded = alert.events.some(({ facts }) => facts.kind === 'resolved');
    for (const [key, { telling, times }] of tellingsOf(alert)) {
      const own = kept.get(key) ?? [];
      kept.delete(key);
      if (own.length !== times) differs(`${key}: ${own.length} messages for ${times} tellings`);
      for (const { id, state } of own) {
        const came = [id, ...(wholes.get(id) ?? [])].filter((one) => arrivals.has(`${telling.at} ${one}`)).length;
        if (came === 1) told += 1;
        else if (came === 0 && telling.isPerson && hasEnded && state === 'cancelled') ended += 1;
        else differs(`${key}: it is ${state}, and ${came} messages of it arrived`);
      }
    }
  }
  kept.delete('others');
  for (const key of kept.keys()) differs(`${key}: a message that nothing calls for`);
  if (repeats.email > 0) differs(`${repeats.email} e-mails came twice`);
  if (repeats.text > 0) differs(`${repeats.text} texts came twice`);
  return {
    'tellings that arrived': told,
    'tellings of what had ended before': ended,
    'repeats of posts, known by their id': repeats.hook,
    'e-mails that SES took unheard, none sent again': world.outside.unheard.length,
  };
}

function tellingsOf({
  id,
  place,
  team,
  severity,
  events,
}: Alert): ReadonlyMap<string, { telling: Telling; times: number }> {
  const all = new Map<string, { telling: Telling; times: number }>();
  for (const { facts } of events) {
    if (!TOLD.includes(facts.kind)) continue;
    for (const telling of toBeTold(place, facts.kind === 'escalated' ? facts.to : team, severity)) {
      const key = `${id} ${facts.kind} ${telling.to} ${telling.channel}`;
      all.set(key, { telling, times: (all.get(key)?.times ?? 0) + 1 });
    }
  }
  return all;
}
