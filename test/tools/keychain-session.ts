/** How a program is run where it has a secrets store as a desktop does. */
export interface KeychainSession {
  /** What goes before the program and its arguments. */
  readonly wrap: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A session bus with an unlocked keyring of its own, whose files are below `home`, on Linux; the other systems bring
 * their keychain with them.
 */
export function keychainSession(home: string): KeychainSession {
  if (process.platform !== 'linux') return { wrap: [], env: {} };
  const unlocked =
    'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  return {
    wrap: ['dbus-run-session', '--', 'sh', '-c', unlocked, 'sh'],
    env: { HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home },
  };
}
