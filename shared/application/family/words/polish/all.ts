import type { Translated } from '../translation.ts';
import { core } from './core.ts';
import { duties } from './duties.ts';

export const polish: Translated = { ...core, ...duties };
