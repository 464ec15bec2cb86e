/** Makes a forgotten case of a union a compile error, and a loud failure if data from outside gets this far. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
