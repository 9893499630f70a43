/** A budget of 3,000 entries in 15 years (ADR 0048): what is read and paid as it grows. */
import type { MeterTotals } from '../../infra/local/store/meter.ts';
import { ApiService, type Asker } from '../http/api-service.ts';
import { BUDGET_TEAM, type Followed, say, spent } from '../http/budgets/budget-service.ts';
import { day, fileOf, liveSince2011, RECEIPT, sendLedger, YEARS } from '../http/budgets/long-budget.ts';
import { atMost, type Bench, type Figure, forKnowledge } from './figure.ts';

/** Units that a ledger of three years cost, when it was one item. */
const PAGE_READ = 45;
const ENTRY_WRITTEN = 186;

export const longLedger: Bench = {
  name: 'The ledger of a budget as it grows',
  async measure() {
    process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
    const api = await ApiService.open();
    try {
      const officer = await api.staff('administrator', { services: BUDGET_TEAM });
      const budget = await liveSince2011(api, officer);
      const figures: Figure[] = [];
      for (const [at, year] of YEARS.entries()) {
        const told = await ofYear(api, officer, budget, year);
        if ([3, 8, 15].includes(at + 1)) figures.push(...figuresOf(at + 1, told));
      }
      const whole = await metered(api, () => api.get(officer, budget.path, { history: 'whole' }));
      return [
        ...figures,
        forKnowledge('', '3,000 entries: the whole history, read units', whole.totals.readUnits, 'RCU'),
      ];
    } finally {
      await api.close();
    }
  },
};

interface Measured {
  readonly totals: MeterTotals;
  readonly milliseconds: number;
}

/** The file of a year, and then two entries by themselves: the first of them archives what is old. */
async function ofYear(api: ApiService, officer: Asker, budget: Followed, year: number) {
  const record = async () => {
    const { version } = (await api.get(officer, budget.path)).body;
    return metered(api, () => say(api, officer, budget.path, version, day(year, 362), spent(RECEIPT)));
  };
  const file = await metered(api, () => sendLedger(api, officer, fileOf(year)));
  const page = await metered(api, () => api.get(officer, budget.path));
  return { file, page, archiving: await record(), entry: await record() };
}

function figuresOf(
  years: number,
  { file, page, archiving, entry }: Readonly<Record<'file' | 'page' | 'archiving' | 'entry', Measured>>,
): Figure[] {
  const entries = `${years * 200} entries`;
  const written = ({ totals }: Measured) => totals.tableWriteUnits + totals.indexWriteUnits;
  return [
    atMost('', `${entries}: the page, read units`, page.totals.readUnits, PAGE_READ, 'RCU'),
    atMost('', `${entries}: an entry more, read units`, entry.totals.readUnits, PAGE_READ, 'RCU'),
    atMost('', `${entries}: an entry more, write units`, written(entry), ENTRY_WRITTEN, 'WCU'),
    forKnowledge('', `${entries}: an entry that archives a year as well`, written(archiving), 'WCU'),
    forKnowledge('', `${entries}: a year of 199 by file, write units`, written(file), 'WCU'),
    forKnowledge('', `${entries}: a year of 199 by file`, file.milliseconds, 'ms'),
    forKnowledge('', `${entries}: an entry more`, entry.milliseconds, 'ms'),
  ];
}

async function metered(
  api: ApiService,
  work: () => Promise<{ readonly status: number; readonly text: string }>,
): Promise<Measured> {
  const meter = api.engine.store?.meter;
  if (meter === undefined) throw new Error('Only the local store has a meter');
  meter.scope('measured');
  meter.reset();
  const start = performance.now();
  const { status, text } = await work();
  if (status >= 300) throw new Error(text);
  return { totals: meter.read(), milliseconds: Math.round(performance.now() - start) };
}
