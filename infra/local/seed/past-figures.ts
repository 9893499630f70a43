/**
 * The past of the invented places in figures: two years of month ends, which the census counts from the histories that were put in. It
 * runs behind a service that already answers, and once: a start that finds it done leaves it.
 */
import { publishedFiguresInTable } from '../../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { addMonths, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { initialPolicies } from '../../../shared/domain/policy/places/places.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { storeClientOf } from '../store-client.ts';

const MONTHS = 24;

export async function publishPast(cloud: LocalCloud): Promise<void> {
  const table = cloud.environment('take-census')['INDICATORS_TABLE'] ?? '';
  const figures = publishedFiguresInTable(new TableAccess(storeClientOf(cloud.administrator), table));
  const [lastPlace = ''] = [...initialPolicies.keys()].reverse();
  // Places are counted in order, and what may be released of one is put together when all of it is.
  if ((await figures.overview(lastPlace, 'released')) !== undefined) return;
  const from = addMonths(localDate(cloud.today()), -MONTHS).slice(0, 7);
  await cloud.invoke('take-census', { time: new Date(cloud.now()).toISOString(), from });
}
