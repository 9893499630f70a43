/** `npm run bench`: prints the counts and ratios that the service promises, and fails when one is not met. */
import { bundleSizes } from './bundle-sizes.ts';
import type { Bench, Figure } from './figure.ts';
import { importing } from './importing.ts';
import { longLedger } from './long-ledger.ts';
import { queueStatistics } from './queue-statistics.ts';
import { requestCosts } from './request-costs.ts';
import { watching } from './watching.ts';

const benches: readonly Bench[] = [requestCosts, longLedger, importing, watching, queueStatistics, bundleSizes];

const only = process.argv[2];
let missed = 0;
for (const bench of benches.filter(({ name }) => only === undefined || name === only)) {
  console.log(`\n${bench.name}`);
  for (const figure of await bench.measure()) {
    console.log(line(figure));
    if (figure.met === false) missed += 1;
  }
}
console.log(missed === 0 ? '\nEvery goal measured here is met.' : `\n${missed} goals are not met.`);
process.exitCode = missed === 0 ? 0 : 1;

function line({ goal, what, measured, wanted, met }: Figure): string {
  const verdict = met === null ? '' : met ? '  met' : '  NOT MET';
  return `  ${goal.padEnd(4)}${what.padEnd(64)}${measured.padStart(14)}  ${wanted}${verdict}`;
}
