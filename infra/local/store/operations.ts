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
import type { Action, Rules } from './dynalite.ts';

/**
 * The operations the local store serves. Not among them, so that code that leans on one fails here and not in review:
 * transactions, batch writes, PartiQL and everything that makes or changes tables (the template does that).
 */
const ACTIONS = {
  GetItem: [getItem, getItemRules],
  BatchGetItem: [batchGetItem, batchGetItemRules],
  Query: [query, queryRules],
  Scan: [scan, scanRules],
  PutItem: [putItem, putItemRules],
  UpdateItem: [updateItem, updateItemRules],
  DeleteItem: [deleteItem, deleteItemRules],
} as const;

const WRITES: readonly Operation[] = ['PutItem', 'UpdateItem', 'DeleteItem'];

export type Operation = keyof typeof ACTIONS;

/** How dynalite does an operation. */
export function actionOf(operation: Operation): Action {
  return ACTIONS[operation][0] as Action;
}

/** How dynalite checks an operation's input. */
export function rulesOf(operation: Operation): Rules {
  return ACTIONS[operation][1] as Rules;
}

/** Whether an operation changes an item. */
export function writes(operation: Operation): boolean {
  return WRITES.includes(operation);
}

/** True if the local store serves an operation of this name. */
export function isOperation(name: string): name is Operation {
  return Object.hasOwn(ACTIONS, name);
}
