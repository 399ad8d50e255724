/** What is open in the portal and was not sent, by type. */
export interface Unsent {
  /** Types of which an order is being written. */
  readonly orders: readonly string[];
  /** Types of which rows of a file are in no order yet. */
  readonly rows: readonly string[];
}

/** Asks the elements that write orders. */
export function unsentOf(root: ParentNode): Unsent {
  const orders = [...root.querySelectorAll('purchase-order-editor')].filter((each) => each.hasUnsentOrder);
  const rows = [...root.querySelectorAll('order-upload')].filter((each) => each.hasRows);
  return {orders: orders.map(({type}) => type), rows: rows.map(({type}) => type)};
}
