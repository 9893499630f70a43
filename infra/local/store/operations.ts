import batchGetItem from 'dynalite/actions/batchGetItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import getItemRules from 'dynalite/validations/getItem.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';

/**
 * The operations the local store serves. Not among them, so that code that leans on one fails here and not in review:
 * transactions, batch writes, PartiQL and everything that makes or changes tables (the template does that).
 */
export const OPERATIONS = {
  GetItem: { action: getItem, rules: getItemRules, writes: false },
  BatchGetItem: { action: batchGetItem, rules: batchGetItemRules, writes: false },
  Query: { action: query, rules: queryRules, writes: false },
  Scan: { action: scan, rules: scanRules, writes: false },
  PutItem: { action: putItem, rules: putItemRules, writes: true },
  UpdateItem: { action: updateItem, rules: updateItemRules, writes: true },
  DeleteItem: { action: deleteItem, rules: deleteItemRules, writes: true },
} as const;

export type Operation = keyof typeof OPERATIONS;

/** True if the local store serves an operation of this name. */
export function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}
