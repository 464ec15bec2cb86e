import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { pageWorldScript, preloadWorldScript, RECEIVER } from './page-scripts.ts';
import type { FromPreload, ToPreload } from './preload-runner.ts';
import { createWire } from './wire.ts';

/** The isolated world of a page in which the preload runs, as the main process sees it. */
export interface PreloadWorld {
  /** Sends a message to the current document's preload; it is lost when there is none, as in Electron. */
  readonly send: (message: ToPreload) => void;
}

/** What happens in a preload's world. */
export interface PreloadEvents {
  readonly onMessage: (message: FromPreload, reply: (message: ToPreload) => void) => void;
  /** A new document has its preload. */
  readonly onReady: () => void;
}

const wire = createWire();

/**
 * Makes Chromium run a preload before every document of a page, in an isolated world of its own: the page's scripts
 * can reach neither its variables nor the binding that leads to the main process.
 */
export async function attachPreload(
  page: Page,
  session: CDPSession,
  preloadSource: string,
  events: PreloadEvents,
): Promise<PreloadWorld> {
  const secret = randomUUID();
  const worldName = 'Electron Isolated Context';
  const bindingName = `__pixopIngest${secret.replaceAll('-', '')}`;
  let context: number | null = null;
  const { frameTree } = await session.send('Page.getFrameTree');
  const mainFrameId = frameTree.frame.id;

  session.on('Runtime.executionContextCreated', ({ context: created }) => {
    if (created.name !== worldName || created.auxData?.['frameId'] !== mainFrameId) return;
    context = created.id;
    events.onReady();
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === context) context = null;
  });
  session.on('Runtime.executionContextsCleared', () => void (context = null));
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== bindingName) return;
    // Written by the preload's world only, which the host itself made.
    const message = wire.decode(payload) as FromPreload;
    events.onMessage(message, (answer) => deliver(answer, executionContextId));
  });

  function deliver(message: ToPreload, executionContextId: number): void {
    session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { this[${JSON.stringify(RECEIVER)}](text); }`,
        executionContextId,
        arguments: [{ value: wire.encode(message) }],
        silent: false,
      })
      .then(({ exceptionDetails }) => {
        if (exceptionDetails === undefined) return;
        const { exception, text } = exceptionDetails;
        process.stderr.write(`A listener of the page threw: ${exception?.description ?? text}\n`);
      })
      .catch((error: unknown) => {
        // The document may go away while a message is under way; anything else is the host's own fault.
        if (!page.isClosed() && context === executionContextId) process.stderr.write(`${String(error)}\n`);
      });
  }

  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(secret) });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadWorldScript(secret, bindingName, preloadSource),
    worldName,
  });
  return {
    send(message) {
      if (context !== null) deliver(message, context);
    },
  };
}
