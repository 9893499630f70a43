import { invalid } from '../error.ts';
import type { CaseFacts } from './case.ts';
import type { CaseType } from './case-type.ts';

/** @throws `invalid` `recorded-by-the-service` for what no caller records: it follows from another case. */
export function refuseReserved({ reserved = [] }: Pick<CaseType, 'reserved'>, { kind }: CaseFacts): void {
  if (!reserved.includes(kind)) return;
  const [code, message] = ['recorded-by-the-service', 'This follows from another record. Nobody records it by hand'];
  throw invalid(code, message, [{ pointer: '/facts/kind', code, message }]);
}
