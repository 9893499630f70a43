import type { AlertRow, Alerts } from '../../application/ports/alerts.ts';
import { stale } from '../../domain/error.ts';
import { alertKey, alertList } from './keys.ts';
import { alertItem, alertOf, alertRowOf, ESCALATED_ORDERS } from './stored-alert.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Alerts in the records table: one item each, and a list for every team. */
export function alertsInTable(records: TableAccess): Alerts {
  return {
    async get(place, alertId) {
      const item = await records.get(alertKey(place, alertId));
      return item === undefined ? undefined : alertOf(item);
    },

    async many(place, alertIds) {
      const keys = [...new Set(alertIds)].map((id) => alertKey(place, id));
      return (await records.many(keys)).map(alertOf);
    },

    raise: (kept) => records.put(alertItem(kept), 'absent'),

    async save(kept, decidedOn) {
      const put = await records.put(alertItem(kept), { version: decidedOn });
      if (!put) throw stale('changed-since', 'This alert has been changed since you read it');
    },

    async list(place, team, list, ceiling) {
      const rows: AlertRow[] = [];
      const question = {
        index: RECORD_INDEXES.list,
        partition: alertList(place, team, list !== 'resolved'),
        ...(list === 'escalated' ? { between: ESCALATED_ORDERS } : {}),
        ...(list === 'resolved' ? { backwards: true } : {}),
      };
      for await (const page of records.pages(question)) {
        rows.push(...page.map(alertRowOf));
        if (rows.length > ceiling) return { rows: rows.slice(0, ceiling), complete: false };
      }
      return { rows, complete: true };
    },
  };
}
