/** x */
export function FirstRun() {
  return null;
}
