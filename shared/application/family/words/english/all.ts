/** Every word of families in English, but for Easy Read. Each language has them all. */
import { beingHeard } from './being-heard.ts';
import { calendar } from './calendar.ts';
import { community } from './community.ts';
import { core } from './core.ts';
import { duties } from './duties.ts';
import { gettingIn } from './getting-in.ts';
import { growingUp } from './growing-up.ts';
import { place } from './place.ts';
import { reach } from './reach.ts';
import { sharing } from './sharing.ts';

export const english = {
  ...core,
  ...duties,
  ...reach,
  ...gettingIn,
  ...growingUp,
  ...sharing,
  ...calendar,
  ...beingHeard,
  ...place,
  ...community,
};
