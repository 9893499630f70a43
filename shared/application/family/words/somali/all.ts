import type { Translated } from '../translation.ts';
import { core } from './core.ts';

export const somali: Translated = { ...core };
