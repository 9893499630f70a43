/** Which ways of being in touch are contacts, for the clocks and for the statistics. */
import type { contactMechanisms } from './event.ts';

type ContactMechanism = (typeof contactMechanisms)[number];

/** In person, by video or by telephone: both sides can answer. A letter, email or text is not a contact. */
export function isTwoWay(mechanism: ContactMechanism): boolean {
  return mechanism === 'face-to-face' || mechanism === 'video' || mechanism === 'telephone';
}

/** What the national autism statistic accepts as a first contact. */
export function isInPersonOrVideo(mechanism: ContactMechanism): boolean {
  return mechanism === 'face-to-face' || mechanism === 'video';
}
