/** The ways in which somebody is told. People read e-mails, texts and letters; systems get webhooks, and teams a post in their chat. */
export const personalChannels = ['email', 'text', 'letter'] as const;
export const systemChannels = ['webhook', 'workflow'] as const;
export const channels = [...personalChannels, ...systemChannels] as const;
export type PersonalChannel = (typeof personalChannels)[number];
export type SystemChannel = (typeof systemChannels)[number];
export type Channel = (typeof channels)[number];

/** What a member of staff may choose for themselves: nobody is written letters about their work. */
export const staffChannels = ['email', 'text'] as const satisfies readonly PersonalChannel[];

const system: ReadonlySet<string> = new Set(systemChannels);

/** Whether a channel leads to a system of a team, and not to a person. */
export function isSystemChannel(channel: Channel): channel is SystemChannel {
  return system.has(channel);
}
