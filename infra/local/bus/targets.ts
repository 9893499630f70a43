import type { Roles } from '../access/roles.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Queues } from '../queues/queues.ts';
import type { MayInvoke } from '../template/permissions.ts';

/** In whose name something is sent: a service that the target's own policy must let in, or a role that must have the grant. */
export type Sender =
  | { readonly service: string; readonly sourceArn: string }
  | { readonly roleArn: string; readonly service: string };

/** What targets are found and guarded with. */
export interface TargetsSettings {
  readonly functions: Functions;
  readonly queues: Queues;
  readonly roles: Roles;
  readonly mayInvoke: MayInvoke;
}

/** Hands what rules and schedules send to functions and queues. */
export class Targets {
  readonly #settings: TargetsSettings;

  constructor(settings: TargetsSettings) {
    this.#settings = settings;
  }

  /**
   * Sends a payload to a target. What the sender may not do is kept among the refusals, and goes to the dead letters.
   * @returns resolves when what it set off is over
   * @throws Error when the template has no such target
   */
  async send(
    target: { arn: string; deadLetters: string | undefined },
    payload: unknown,
    sender: Sender,
  ): Promise<void> {
    const { functions, queues } = this.#settings;
    if (this.#allowed(target.arn, sender)) {
      if (target.arn.includes(':lambda:')) await functions.invokeLater(target.arn, payload);
      else queues.send(target.arn, JSON.stringify(payload));
      return;
    }
    const { deadLetters } = target;
    if (deadLetters !== undefined && this.#allowed(deadLetters, sender)) {
      queues.send(deadLetters, JSON.stringify(payload), { ERROR_CODE: 'NO_PERMISSIONS', TARGET_ARN: target.arn });
    }
  }

  #allowed(arn: string, sender: Sender): boolean {
    const { roles, queues, mayInvoke, functions } = this.#settings;
    const isFunction = arn.includes(':lambda:');
    const action = isFunction ? 'lambda:InvokeFunction' : 'sqs:SendMessage';
    if (isFunction) functions.find(arn);
    else if (!queues.find(arn)) throw new Error(`The template has no target ${arn}`);
    if ('roleArn' in sender) return roles.allows(roles.principalOf(sender.roleArn), action, arn);
    const allowed = isFunction
      ? mayInvoke(arn, sender.service, sender.sourceArn)
      : (queues.find(arn)?.senders.includes(sender.service) ?? false);
    if (!allowed) roles.refuse(sender.service, action, arn);
    return allowed;
  }
}
