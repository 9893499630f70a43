import type { Translated } from '../translation.ts';
import { core } from './core.ts';

export const polish: Translated = { ...core };
