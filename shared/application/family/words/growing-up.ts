/** What families are told about growing up: to a young person in one voice, to adults in another; ahead, and once it has come. */
import type { GrowingUpStep } from '../../../domain/access/growing-up.ts';
import type { FamilyAdultMove } from '../family-wait.ts';
import type { Words } from './words.ts';

export function growingUpText(
  words: Words,
  { own }: { readonly own: boolean },
  { step, passed }: Pick<GrowingUpStep, 'step' | 'passed'>,
): string {
  return words.say(`growing.${own ? 'own' : 'adult'}.${step}.${passed ? 'now' : 'ahead'}`);
}

export function adultMoveText(words: Words, { standing, pathway, team }: FamilyAdultMove): string {
  return words.say(`move.${standing}`, { pathway, team });
}
