/** Published figures for pages to show: a queue of Liverpool over 22 months, its duties, and the brand of the place. */
import { figuresKeptInTable } from '../../../shared/adapters/dynamodb/figure-keeping.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { daysInMonth, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { placeFactsOf } from '../../../shared/domain/indicator/place-facts.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Engine } from '../../contract/engine.ts';
import {
  sampleDuties,
  sampleMonth,
  sampleOverview,
  samplePoint,
  sampleQueue,
  sampleStamp,
} from '../../unit/indicator/sample-figures.ts';

/** Share within the standard, of each month from January 2025 to October 2026: a service that was put right in February 2026. */
const within = [71, 70, 72, 69, 71, 70, 73, 70, 69, 71, 70, 72, 71, 84, 86, 85, 87, 86, 85, 88, 86, 87];

export async function publishFigures({ client, indicatorsTable }: Engine): Promise<void> {
  const keeping = figuresKeptInTable(new TableAccess(client, indicatorsTable));
  const facts = placeFactsOf(liverpool);
  await keeping.facts({ ...facts, queues: facts.queues.filter(({ code }) => code === 'SALT') });
  const points = within.map((percentWithin, at) => {
    const [year, month] = [2025 + Math.floor(at / 12), (at % 12) + 1];
    const code = `${year}-${String(month).padStart(2, '0')}`;
    const asAt = localDate(`${code}-${daysInMonth(year, month)}`);
    const stamp = sampleStamp({ asAt, suppression: 'under-5' });
    return samplePoint(code, { stamp, percentWithin, open: 140 - at, medianWeeks: 12 - at / 10 });
  });
  const stamp = sampleStamp({ suppression: 'under-5' });
  const [line] = sampleOverview().queues;
  if (line === undefined) throw new Error('the sample has a queue');
  const trend = points.slice(-13).map(({ stamp: { asAt }, open, percentWithin, medianWeeks, p92Weeks }) => ({
    ...{ asAt, open, percentWithin, medianWeeks, p92Weeks },
  }));
  for (const view of ['full', 'released'] as const) {
    await keeping.overview(view, sampleOverview({ stamp, queues: [{ ...line, stamp, trend }] }));
    await keeping.duties(view, sampleDuties({ stamp }));
    for (const point of points) {
      await keeping.point('liverpool', view, 'SALT', point);
      const figures = sampleQueue({ stamp: point.stamp, open: point.open, percentWithin: point.percentWithin });
      const month = sampleMonth({
        month: point.month,
        from: localDate(`${point.month}-01`),
        to: point.stamp.asAt,
        stamp: point.stamp,
      });
      await keeping.month('liverpool', view, { figures, month });
    }
  }
  await keeping.census('liverpool', sampleQueue({ stamp }));
}
