import { sendMessages } from '../../shared/application/messages/send-messages.ts';
import type { SendingDeps } from '../../shared/application/messages/send-one.ts';
import { type TellingDeps, tellNotices } from '../../shared/application/messages/tell-notices.ts';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import { type ScheduledWork, scheduleBundle } from '../../shared/http/events/schedule-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** The handler of the sending, over every place the service is set up with. */
export function sendHandler(
  composed: () => Promise<SendingDeps & TellingDeps>,
  log: Log,
): ReturnType<typeof scheduleBundle> {
  const work: ScheduledWork = async ({ time, requestId, hasTime }) => {
    const onFailure = (caught: unknown) => log.error('not sent', { requestId }, caught);
    const deps = await composed();
    const run = { places: [...initialPolicies.keys()], time, requestId, hasTime, onFailure };
    await tellNotices(deps, run);
    const { complete, counts } = await sendMessages(deps, run);
    return { complete, failed: counts['failed'] ?? 0, done: counts['sent'] ?? 0 };
  };
  return scheduleBundle(work, log, { tellsIdle: false });
}
