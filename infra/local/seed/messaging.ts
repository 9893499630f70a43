/** How the demo staff are told of alerts, and a webhook of one team: all of it lands in the outbox. */
import type { Deps } from '../../../shared/application/deps.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { usualPreferences } from '../../../shared/domain/message/preferences.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { demoStaff } from './demo-staff.ts';

const working = ['clinician', 'administrator', 'data-manager'];
const MADE_AT = parseInstant('2026-01-05T09:00:00Z');

export async function seedMessaging(deps: Deps, cloud: LocalCloud): Promise<void> {
  for (const { id, sub, memberships } of demoStaff) {
    if (!memberships.some(({ role }) => working.includes(role))) continue;
    const staffId = deps.ids.derived('demo-staff', sub);
    if ((await deps.preferences.get(staffId)) !== undefined) continue;
    await deps.preferences.save({
      ...usualPreferences(staffId),
      version: 1,
      email: `${id}@staff.example`,
      channels: ['email'],
    });
  }
  const id = deps.ids.derived('demo-webhook', 'salt');
  if ((await deps.webhooks.get('liverpool', id)) !== undefined) return;
  await deps.webhooks.create({
    id,
    place: 'liverpool',
    version: 1,
    name: 'Therapy team’s task board',
    channel: 'webhook',
    team: 'salt',
    url: `${cloud.outsideUrl}/hooks/task-board`,
    secret: `${deps.ids.derived('demo-webhook-secret', '1')}${deps.ids.derived('demo-webhook-secret', '2')}`,
    isOn: true,
    failures: 0,
    events: [
      {
        id: deps.ids.derived('demo-webhook-event'),
        kind: 'created',
        at: MADE_AT,
        by: deps.ids.derived('demo-staff', 'demo-dana'),
      },
    ],
  });
}
