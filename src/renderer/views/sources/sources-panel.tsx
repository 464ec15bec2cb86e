/** x */
export function SourcesPanel() {
  return null;
}
