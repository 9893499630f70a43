import type { Deps } from '../../shared/application/deps.ts';

/** The ports that keep something: what the one contract is about. */
export type Ports = Pick<
  Deps,
  'people' | 'personNumbers' | 'referrals' | 'queues' | 'cases' | 'policies' | 'staff' | 'sessions' | 'audit'
>;
