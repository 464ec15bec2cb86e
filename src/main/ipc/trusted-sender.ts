/** The parts of Electron's `IpcMainInvokeEvent` that decide whether a call is the app's own. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** Null once the frame was destroyed or has navigated away. */
  readonly senderFrame: {
    readonly url: string;
    readonly parent: unknown;
    readonly detached?: boolean;
    readonly isDestroyed?: () => boolean;
  } | null;
}

/** Origin of the app's page; a custom scheme, so that no web page can share it. */
export const APP_ORIGIN = 'app://pixop-ingest';

/**
 * Makes the check that every call passes: a live top frame of a window that this process opened, whose document
 * is the app's own page. `devOrigin` is the dev server's, and null in every built app.
 */
export function createTrustedSender(devOrigin: string | null): {
  readonly add: (webContentsId: number) => void;
  readonly remove: (webContentsId: number) => void;
  readonly isTrusted: (event: SenderEvent) => boolean;
} {
  const known = new Set<number>();
  return {
    add: (id) => void known.add(id),
    remove: (id) => void known.delete(id),
    isTrusted(event) {
      try {
        const frame = event.senderFrame;
        if (frame === null || frame === undefined || !known.has(event.sender.id)) return false;
        if (frame.detached === true || frame.isDestroyed?.() === true) return false;
        if (frame.parent !== null && frame.parent !== undefined) return false;
        return isAppUrl(frame.url, devOrigin);
      } catch {
        // A frame that was disposed of throws at every look; it is nobody's page any more.
        return false;
      }
    },
  };
}

/** Whether a URL is a page of the app: exact scheme and host, no user, no port. */
export function isAppUrl(url: string, devOrigin: string | null): boolean {
  if (devOrigin !== null && (url === devOrigin || url.startsWith(`${devOrigin}/`))) return true;
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}
