import type { BoardPapers } from '../../application/ports/board-papers.ts';
import { copiesCollection, packsCollection, rebasesCollection, risksCollection } from './board-keys.ts';
import { copyShape, packShape, rebasesShape, riskShape } from './stored-board.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { PutCondition, TableAccess } from './table-access.ts';

/** Papers of the board in the table of indicators, under keys of their own: the only ones that those who show figures may put. */
export function boardPapersInTable(indicators: TableAccess): BoardPapers {
  async function one<T>(shape: ItemShape<T>, partition: string, sk: string): Promise<T | undefined> {
    const { items } = await indicators.page({ partition, between: { from: sk, to: sk } });
    return items[0] === undefined ? undefined : readItem(shape, items[0]);
  }
  async function every<T>(shape: ItemShape<T>, partition: string): Promise<readonly T[]> {
    return (await indicators.all({ partition })).map((item) => readItem(shape, item));
  }

  return {
    risks: async (place) => (await every(riskShape, risksCollection(place))).map(({ risk }) => risk),
    risk: async (place, id) => (await one(riskShape, risksCollection(place), id))?.risk,
    keepRisk(risk) {
      const { id, place, version } = risk;
      const key = { pk: risksCollection(place), sk: id };
      return indicators.put({ ...key, v: version, schema: riskShape.schema, risk }, after(version));
    },

    rebases: async (place, queue) => (await one(rebasesShape, rebasesCollection(place), queue))?.rebases,
    everyRebases: async (place) => (await every(rebasesShape, rebasesCollection(place))).map(({ rebases }) => rebases),
    keepRebases(rebases) {
      const { place, queue, version } = rebases;
      const key = { pk: rebasesCollection(place), sk: queue };
      return indicators.put({ ...key, v: version, schema: rebasesShape.schema, rebases }, after(version));
    },

    packs: async (place) => (await every(packShape, packsCollection(place))).map(({ pack }) => pack),
    pack: async (place, period) => (await one(packShape, packsCollection(place), period))?.pack,
    keepPack(pack) {
      const { place, period, version } = pack;
      const key = { pk: packsCollection(place), sk: period };
      return indicators.put({ ...key, v: version, schema: packShape.schema, pack }, after(version));
    },
    copy: async (place, period, hash) => (await one(copyShape, copiesCollection(place, period), hash))?.text,
    keepCopy(place, period, hash, text) {
      const key = { pk: copiesCollection(place, period), sk: hash };
      return indicators.put({ ...key, v: 1, schema: copyShape.schema, text }, 'absent');
    },
  };
}

/** A first version is put where nothing is; a later one over the one before it. */
function after(version: number): PutCondition {
  return version === 1 ? 'absent' : { version: version - 1 };
}
