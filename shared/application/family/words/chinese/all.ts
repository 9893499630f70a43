import type { Translated } from '../translation.ts';
import { core } from './core.ts';

export const chinese: Translated = { ...core };
