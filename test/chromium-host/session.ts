import { strict } from './strict.ts';

type PermissionAnswer = (granted: boolean) => void;
type RequestHandler = (contents: unknown, permission: string, answer: PermissionAnswer) => void;

/** Permissions of the web that a page can ask Chromium for; the app's handler is asked about each. */
const permissions: readonly string[] = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'clipboard-read',
  'clipboard-write',
  'midi',
];

/** `electron.session`: what the app's handlers say of permissions becomes Chromium's own setting. */
export function createSession(setPermission: (name: string, granted: boolean) => Promise<void>): {
  readonly session: object;
  /** To be called when Chromium runs. */
  readonly apply: () => Promise<void>;
} {
  let handler: RequestHandler | null = null;
  const defaultSession = strict('session.defaultSession', {
    setPermissionRequestHandler: (next: RequestHandler | null) => void (handler = next),
    // Chromium asks no check of its own here: the request handler's answers are set beforehand.
    setPermissionCheckHandler: (_next: unknown) => undefined,
    // What the system would say is said by whoever starts the host.
    resolveProxy: async (_url: string) => process.env['PIXOP_INGEST_HOST_PROXY'] ?? 'DIRECT',
    setDevicePermissionHandler: (_next: unknown) => undefined,
  });
  return {
    session: strict('session', { defaultSession }),
    async apply() {
      for (const name of permissions) {
        let isGranted = handler === null;
        handler?.(null, name, (granted) => (isGranted = granted));
        await setPermission(name, isGranted);
      }
    },
  };
}
