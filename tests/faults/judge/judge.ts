/** Holds what is there against what there has to be. Every difference is a line; none means that nothing was lost and nothing came twice. */
import type { Clients } from '../clients/clients.ts';
import type { Oracle } from '../oracle.ts';
import type { World } from '../world.ts';
import { judgeAlerts } from './alerts.ts';
import { judgeAudit } from './audit.ts';
import { everything } from './found.ts';
import { judgeCommands, judgePublished } from './kept.ts';
import { judgeTellings } from './tellings.ts';

export interface Verdict {
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

/** @param lastDay the last day that the watch ran for, to its end. */
export async function judge(world: World, clients: Clients, oracle: Oracle, lastDay: number): Promise<Verdict> {
  const found = await everything(world, clients.names);
  const differences: string[] = [];
  const differs = (line: string) => void differences.push(line);
  const counts = {
    ...judgeAlerts(found, clients.snapshot(), oracle, lastDay, differs),
    ...judgeTellings(found, world, differs),
    ...judgePublished(found, world, differs),
    ...judgeCommands(found, clients, differs),
    ...(await judgeAudit(found, world, clients, differs)),
  };
  return { counts, differences };
}
