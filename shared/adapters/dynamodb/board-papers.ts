import type { BoardPapers } from '../../application/ports/board-papers.ts';
import { risksCollection } from './board-keys.ts';
import { riskShape } from './stored-board.ts';
import { readItem } from './stored-item.ts';
import type { PutCondition, TableAccess } from './table-access.ts';

/** Papers of the board in the table of indicators, under keys of their own: the only ones that those who show figures may put. */
export function boardPapersInTable(indicators: TableAccess): BoardPapers {
  return {
    async risks(place) {
      const items = await indicators.all({ partition: risksCollection(place) });
      return items.map((item) => readItem(riskShape, item).risk);
    },
    async risk(place, id) {
      const { items } = await indicators.page({ partition: risksCollection(place), between: { from: id, to: id } });
      return items[0] === undefined ? undefined : readItem(riskShape, items[0]).risk;
    },
    keepRisk(risk) {
      const { id, place, version } = risk;
      const key = { pk: risksCollection(place), sk: id };
      return indicators.put({ ...key, v: version, schema: riskShape.schema, risk }, after(version));
    },
  };
}

/** A first version is put where nothing is; a later one over the one before it. */
function after(version: number): PutCondition {
  return version === 1 ? 'absent' : { version: version - 1 };
}
