import { forbidden } from '../../domain/error.ts';
import { HttpProblem } from '../middleware/http-problem.ts';
import { staffIn, visitorIn } from '../middleware/visitor-context.ts';
import { vouchedIn } from '../middleware/vouched.ts';
import type { StaffWhoAsks } from './answer-route.ts';

/** By what the authorizing function vouches for: for a function that cannot read who is who. */
export const byVouched: StaffWhoAsks<unknown> = async (event) => {
  const visitor = visitorIn(vouchedIn(event));
  if (visitor.state === 'signed-in') return staffIn(visitor);
  if (visitor.state === 'not-registered')
    throw forbidden('not-registered', 'You are signed in, but not registered with this service');
  throw new HttpProblem('not-signed-in', { 'www-authenticate': 'Bearer' });
};
