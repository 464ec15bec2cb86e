import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from '../ipc/trusted-sender.ts';

/** Denies everything a page could ask of the browser around it; the app's page needs none of it. */
export function denyByDefault(app: App, session: Session, devOrigin: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => lockDown(contents, devOrigin));
}

function lockDown(contents: WebContents, devOrigin: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url, devOrigin)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url, devOrigin)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
