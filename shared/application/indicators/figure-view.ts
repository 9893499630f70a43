import { forbidden, notFound } from '../../domain/error.ts';
import type { FigureView } from '../../domain/indicator/figure.ts';
import { can } from '../../domain/permission/can.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';

/**
 * The one place that decides which figures somebody sees: in full with the permission to, otherwise as released.
 * Everything that reads figures asks here first.
 * @throws `forbidden` `not-allowed` for whoever may see no figures.
 */
export function viewFor(call: Call): FigureView {
  const subject = placeSubject(call.actor.place);
  authorise(call, 'indicator.read', subject, figuresNotFound);
  return can(call.actor, 'indicator.unsuppressed', subject) === 'allowed' ? 'full' : 'released';
}

/** The answer where there are no figures, or none that somebody may know of. */
export function figuresNotFound() {
  return notFound('figures-not-found', 'There are no such figures');
}

/**
 * For figures that are never released.
 * @throws `forbidden` `small-numbers` for whoever may not see small numbers.
 */
export function fullViewOnly(call: Call): 'full' {
  if (viewFor(call) === 'full') return 'full';
  throw forbidden('small-numbers', 'This file holds small numbers, which you may not see in the role you act in');
}
