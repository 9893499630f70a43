/** What the invented places write for their families and ask of them, by the use cases that staff and families use. */

import type { Deps, FamilyDeps } from '../../../../shared/application/deps.ts';
import { cheshireEast } from '../../../../shared/domain/policy/places/cheshire-east.ts';
import { liverpool } from '../../../../shared/domain/policy/places/liverpool.ts';
import type { LocalCloud } from '../../local-cloud.ts';
import { editorOf } from './editor.ts';
import { seedEvents, seedWaitingFamily } from './events.ts';
import { seedHelp } from './help.ts';
import { seedQuestions } from './questions.ts';

/** What families read whether or not anybody takes part. */
export async function seedReading(deps: Deps, cloud: LocalCloud): Promise<void> {
  await seedHelp(deps, editorOf(deps, cloud, liverpool.place.id));
}

/** Events with who comes to them, and questions with what was answered. */
export async function seedTakingPart(deps: Deps, family: FamilyDeps, cloud: LocalCloud): Promise<void> {
  for (const { place } of [liverpool, cheshireEast]) {
    const editor = editorOf(deps, cloud, place.id);
    await seedEvents(deps, editor);
    await seedQuestions(deps, editor);
  }
  const sarah = { issuer: cloud.issuer, subject: 'demo-family-sarah' };
  await seedWaitingFamily(deps, family, editorOf(deps, cloud, liverpool.place.id), sarah);
}
