/** Somebody of a family chooses how they read their pages: a language, or Easy Read. It is theirs alone, not their children's. */
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { Reading } from '../../domain/language/reading.ts';
import type { FamilyDeps } from '../deps.ts';
import type { FamilyAccount } from '../ports/family-accounts.ts';
import type { FamilyCall } from './family-call.ts';

/** Rounds of writing where the same person does something else at the same moment. */
const ROUNDS = 3;

/** Choosing the same again changes nothing. @throws `unavailable` `busy`. */
export async function chooseReading(
  deps: Pick<FamilyDeps, 'familyAccounts'>,
  call: FamilyCall,
  reading: Reading,
): Promise<void> {
  let account: FamilyAccount | undefined = call.account;
  for (let round = 0; round < ROUNDS && account !== undefined; round += 1) {
    if (account.reading === reading) return;
    try {
      await deps.familyAccounts.save(call.identity, { ...account, version: account.version + 1, reading });
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      account = (await deps.familyAccounts.find(call.identity))?.account;
    }
  }
  throw unavailable('busy', 'Others are changing this at the same moment');
}
