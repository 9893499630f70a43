/** In place of the SDK's reader of event streams: no call of ours is answered by one. */
export class EventStreamSerde {
  constructor() {
    throw new Error('Event streams are not bundled');
  }
}

export function eventStreamSerdeProvider(): never {
  throw new Error('Event streams are not bundled');
}
