/** x */
export function SourceDialogs() {
  return null;
}
