/**
 * What a board would find here: risks of the invented place, the pack of last month, signed, and the draft of this one. It is written by the
 * use cases themselves, once the past is in figures; a start that finds a pack leaves all of it.
 */
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../../shared/adapters/crypto/ids.ts';
import { boardPapersInTable } from '../../../shared/adapters/dynamodb/board-papers.ts';
import { publishedFiguresInTable } from '../../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import { beginPack, commentPack, listPacks, readPack, signPack } from '../../../shared/application/board/packs.ts';
import { escalateRisk, raiseRisk } from '../../../shared/application/board/risks.ts';
import type { WritingCall } from '../../../shared/application/board/work-paper.ts';
import { isWhole } from '../../../shared/domain/board/pack-document.ts';
import type { RiskDetails } from '../../../shared/domain/board/risk.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Role } from '../../../shared/domain/staff/staff.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { storeClientOf } from '../store-client.ts';
import { demoStaff } from './demo-staff.ts';

export async function seedBoard(cloud: LocalCloud): Promise<void> {
  const deps = depsOf(cloud);
  const [lead, chair] = [writer(cloud, 'grace', 'performance-lead'), writer(cloud, 'tom', 'board-chair')];
  if ((await listPacks(deps, lead)).length > 0) return;
  const today = localDate(cloud.today());
  await seedRisks(deps, lead, today);
  const [thisMonth, lastMonth] = [today.slice(0, 7), addMonths(localDate(`${today.slice(0, 7)}-01`), -1).slice(0, 7)];
  await beginPack(deps, lead, lastMonth, 'seed-last-month');
  for (const [section, text] of Object.entries(commentary)) {
    const { pack } = await readPack(deps, lead, lastMonth);
    await commentPack(deps, lead, { period: lastMonth, section, text, seen: pack.version, key: `seed-${section}` });
  }
  const { pack, content, contentHash } = await readPack(deps, chair, lastMonth);
  const signature = { period: lastMonth, agreedOn: today, contentHash, seen: pack.version, key: 'seed-signature' };
  // A list that did not reconcile has no figures of the month: then there is a draft to look into, and nothing to sign.
  if (isWhole(content)) await signPack(deps, chair, signature);
  await beginPack(deps, lead, thisMonth, 'seed-this-month');
}

const commentary: Readonly<Record<string, string>> = {
  summary:
    'Autism assessment stays the longest wait, and the group has escalated it. Speech and language therapy is short of three therapists until January.',
  'queue-ASD':
    'Fewer assessments were done than referrals accepted. A second team is being hired; until it starts the list will not shorten.',
  duties:
    'Initial health assessments were late where consent came late. The council now sends it with the notification.',
};

async function seedRisks(deps: BoardDeps, lead: WritingCall, today: LocalDate): Promise<void> {
  const risks: readonly RiskDetails[] = [
    {
      title: 'Autism assessments do not keep up with referrals',
      description:
        'More are referred each month than can be assessed. Waits lengthen, and support in school is put off until there is an answer.',
      queue: 'ASD',
      indicators: ['number-waiting', 'percent-within-standard', 'long-waiters'],
      ...{ likelihood: 5, impact: 4, owner: 'Director of children’s commissioning', dueOn: addDays(today, -6) },
      mitigations:
        'Business case for a second assessment team. Needs-led help in schools without waiting for a diagnosis.',
    },
    {
      title: 'Posts of speech and language therapists stay empty',
      description: 'Three of eleven posts are empty. First appointments fall by about a quarter.',
      queue: 'SALT',
      indicators: ['percent-within-standard', 'percent-seen-within-standard'],
      ...{ likelihood: 4, impact: 3, owner: 'Head of children’s therapies', dueOn: addDays(today, 40) },
      mitigations: 'Agency cover until January; a joint advert with the neighbouring trust.',
    },
    {
      title: 'Advice for EHC assessments comes late in the summer',
      description: 'Clinics close in August, and the six weeks run on.',
      queue: null,
      indicators: ['ehc-advice-on-time'],
      ...{ likelihood: 3, impact: 3, owner: 'Designated clinical officer', dueOn: addDays(today, 75) },
      mitigations: 'A rota for August, agreed by May.',
    },
  ];
  for (const [at, details] of risks.entries()) {
    const { id } = await raiseRisk(deps, lead, details, `seed-risk-${at}`);
    const reason = 'The money for a second team is for the board to find';
    const decision = { id, reason, on: addDays(today, -20), seen: 1, key: `seed-escalation-${at}` };
    if (details.queue === 'ASD') await escalateRisk(deps, lead, decision);
  }
}

function depsOf(cloud: LocalCloud): BoardDeps {
  const table = cloud.environment('indicators-web')['INDICATORS_TABLE'] ?? '';
  const indicators = new TableAccess(storeClientOf(cloud.administrator), table);
  return {
    figures: publishedFiguresInTable(indicators),
    board: boardPapersInTable(indicators),
    ids: openIds,
    hash: sha256,
  };
}

function writer(cloud: LocalCloud, id: string, role: Role): WritingCall {
  const name = demoStaff.find((each) => each.id === id)?.name ?? id;
  const actor = { id: openIds.derived('demo-staff', id), place: 'liverpool', role, services: [] };
  return { actor, name, now: instantOf(cloud.now()), requestId: 'seed' };
}
