import type { Translated } from '../translation.ts';
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

export const chinese: Translated = {
  ...core,
  ...duties,
  ...reach,
  ...gettingIn,
  ...growingUp,
  ...calendar,
  ...beingHeard,
  ...sharing,
  ...place,
  ...community,
};
