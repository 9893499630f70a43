/** `npm run faults`: runs a campaign and prints what happened, what went wrong on purpose, and what the judge found. */
import { parseArgs } from 'node:util';
import { type CampaignReport, runCampaign } from './campaign.ts';

const USAGE = `npm run faults -- [--seed N] [--events N] [--processes N]

  --seed N       a whole number: the same one gives the same campaign; 1 if left out
  --events N     how many things happen at least; 100000 if left out
  --processes N  how many real processes are started, and killed at one of their steps, at the end; 40 if left out

Ends with 0 when every breach has one alert and each channel one message, nothing is lost and the audit is whole; with 1
when something differs, and names the first differences.`;

/** Differences that are printed. */
const FIRST = 20;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    events: { type: 'string', default: '100000' },
    processes: { type: 'string', default: '40' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [seed, events, processes] = [values.seed, values.events, values.processes].map(Number) as [
  number,
  number,
  number,
];
if (values.help || ![seed, events, processes].every(Number.isSafeInteger)) console.log(USAGE);
else {
  const started = performance.now();
  const onDay = (day: string, count: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${day}  ${count} events`);
  };
  const report = await runCampaign({ seed, events, processes, onDay });
  if (process.stderr.isTTY) process.stderr.write('\n');
  print(report, (performance.now() - started) / 1_000);
  // Functions that were killed left their timers behind.
  process.exit(report.differences.length === 0 ? 0 : 1);
}

function print({ events: happened, total, days, faults, counts, differences }: CampaignReport, seconds: number): void {
  console.log(`Seed ${seed}: ${total} events in ${days} days of the service, ${seconds.toFixed(0)} s`);
  table('What happened', happened);
  table('What went wrong on purpose', faults);
  table('What was found', counts);
  const whole = 'Nothing was lost, nothing came twice, and the audit is whole.';
  console.log(differences.length === 0 ? `\n${whole}` : `\n${differences.length} differences:`);
  for (const line of differences.slice(0, FIRST)) console.log(`  ${line}`);
}

function table(title: string, counts: Readonly<Record<string, number>>): void {
  console.log(`\n${title}`);
  for (const [name, count] of Object.entries(counts)) console.log(`  ${String(count).padStart(9)}  ${name}`);
}
