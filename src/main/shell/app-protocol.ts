import { protocol } from 'electron';
import { APP_ORIGIN } from '../ipc/trusted-sender.ts';
import type { AnswerFile } from './app-files.ts';

const scheme = new URL(APP_ORIGIN).protocol.slice(0, -1);

/** Must run before the app is ready: makes `app://` a standard, secure origin, so that the page has one of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Gives the page its files. */
export function serveApp(answer: AnswerFile): void {
  protocol.handle(scheme, answer);
}
