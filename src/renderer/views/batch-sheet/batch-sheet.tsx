/** Where a selection becomes a batch; shows nothing while there is no draft. */
export function BatchSheet() {
  return null;
}
