import { type Duration, Stack } from 'aws-cdk-lib';
import { CfnArchive, CfnEventBus, EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** How events are kept. */
export interface ChangeBusProps {
  /** Its policy must let EventBridge use it. */
  readonly encryptionKey: Key;
  /** How long an event can be replayed. */
  readonly archive: Duration;
}

/** The bus that committed changes are published on, with an archive to replay from. */
export class ChangeBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, props: ChangeBusProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'What was committed, for whoever subscribes' });
    const resource = this.bus.node.defaultChild;
    if (!(resource instanceof CfnEventBus)) throw new Error('The bus is not an EventBridge bus');
    // Keys are set on the plain resources: the library's own `kmsKey` would name the bus in the key's policy, a circle.
    resource.kmsKeyIdentifier = props.encryptionKey.keyArn;
    new CfnArchive(this, 'Archive', {
      sourceArn: this.bus.eventBusArn,
      eventPattern: { account: [Stack.of(this).account] },
      retentionDays: props.archive.toDays(),
      kmsKeyIdentifier: props.encryptionKey.keyArn,
    });
  }
}
