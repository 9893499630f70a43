import type { Targets } from '../bus/targets.ts';
import type { CloudDescription } from '../template/cloud-description.ts';
import type { Timed } from './scheduler.ts';

/** Everything of the template that runs by the clock: the schedules, and the rules that have one (these run in UTC). */
export function timedOf({ schedules, rules }: CloudDescription, targets: Targets): readonly Timed[] {
  const ofScheduler = schedules.map(
    ({ name, arn, expression, timeZone, input, enabled, targetArn, roleArn, deadLetters }): Timed => ({
      name,
      arn,
      expression,
      timeZone,
      input,
      enabled,
      source: 'aws.scheduler',
      send: (payload) =>
        targets.send({ arn: targetArn, deadLetters }, payload, { roleArn, service: 'scheduler.amazonaws.com' }),
    }),
  );
  const ofRules = rules.flatMap(({ name, arn, schedule, targets: list }): Timed[] =>
    schedule === undefined
      ? []
      : [
          {
            name,
            arn,
            expression: schedule,
            timeZone: 'UTC',
            input: undefined,
            enabled: true,
            source: 'aws.events',
            send: async (payload) => {
              await Promise.all(
                list.map((target) => {
                  const sent: unknown = target.input === undefined ? payload : JSON.parse(target.input);
                  return targets.send(target, sent, { service: 'events.amazonaws.com', sourceArn: arn });
                }),
              );
            },
          },
        ],
  );
  return [...ofScheduler, ...ofRules];
}
