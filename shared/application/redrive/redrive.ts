/**
 * Puts back what a queue set aside. Each message is sent again before it is removed, so that none is lost; whoever takes it knows a repeat by
 * what is in it, so that cutting this short or running it twice does nothing twice.
 */

/** A message that was set aside. */
export interface SetAside {
  readonly body: string;
  /** What it is removed by. */
  readonly receipt: string;
}

/** The queues, as an operator reaches them. */
export interface RedriveQueues {
  /** Addresses of the queues whose name holds a text. */
  find(name: string): Promise<readonly string[]>;
  /** About how many messages wait. */
  waiting(queue: string): Promise<number>;
  /** Address of the queue that leaves there what its consumer fails on; undefined when it is no queue that does. */
  sourceOf(queue: string): Promise<string | undefined>;
  /** A few messages, hidden from others for a while; none when there is nothing more. */
  receive(queue: string): Promise<readonly SetAside[]>;
  send(queue: string, body: string): Promise<void>;
  remove(queue: string, receipt: string): Promise<void>;
}

export type Redriven =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'several'; readonly queues: readonly string[] }
  /** What is in it goes nowhere: an e-mail about an alarm that could not be delivered. */
  | { readonly kind: 'no-source'; readonly queue: string; readonly waiting: number }
  | { readonly kind: 'looked'; readonly queue: string; readonly source: string; readonly waiting: number }
  | { readonly kind: 'redriven'; readonly queue: string; readonly source: string; readonly moved: number };

/** @param dryRun looks, and moves nothing. */
export async function redrive(
  queues: RedriveQueues,
  name: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Redriven> {
  const found = await queues.find(name);
  const [queue, ...others] = found;
  if (queue === undefined) return { kind: 'not-found' };
  if (others.length > 0) return { kind: 'several', queues: found };
  const [source, waiting] = await Promise.all([queues.sourceOf(queue), queues.waiting(queue)]);
  if (source === undefined) return { kind: 'no-source', queue, waiting };
  if (dryRun) return { kind: 'looked', queue, source, waiting };
  let moved = 0;
  for (let some = await queues.receive(queue); some.length > 0; some = await queues.receive(queue)) {
    for (const { body, receipt } of some) {
      await queues.send(source, body);
      await queues.remove(queue, receipt);
      moved += 1;
    }
  }
  return { kind: 'redriven', queue, source, moved };
}
