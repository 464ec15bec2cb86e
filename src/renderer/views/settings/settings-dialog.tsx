/** x */
export function SettingsDialog() {
  return null;
}
