import type { Page } from 'playwright-core';
import { BRIDGE_NAME, type Bridge } from '../../../src/shared/bridge.ts';

/** What the probe in the page has counted since it was last asked. */
export interface Readings {
  /** From each key press to the frame that shows what came of it, milliseconds. */
  readonly delays: readonly number[];
  /** Times that React has rendered something. */
  readonly commits: number;
  readonly mutations: number;
  /** Rows that the queue's changes carried. */
  readonly changedRows: number;
}

declare global {
  interface Window {
    readonly deskProbe: { readonly take: () => Readings };
  }
}

/** Runs in the page, before anything of the app. */
function install(bridgeName: string): void {
  let delays: number[] = [];
  let commits = 0;
  let mutations = 0;
  let changedRows = 0;
  // Where React's own developer tools would listen: the built app tells every commit there too.
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: () => (commits += 1),
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberUnmount: () => undefined,
    },
  });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        // The task after a frame's callbacks runs when the frame was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => delays.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage(null);
      }),
    true,
  );
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((list) => (mutations += list.length)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const bridge = Reflect.get(window, bridgeName) as Bridge;
    bridge.subscribe('queue.changed', (change) => {
      changedRows += (change as { readonly rows: readonly unknown[] }).rows.length;
    });
  });
  Object.defineProperty(window, 'deskProbe', {
    value: {
      take() {
        const taken = { delays, commits, mutations, changedRows };
        delays = [];
        commits = 0;
        mutations = 0;
        changedRows = 0;
        return taken;
      },
    },
  });
}

/** Puts the probe into a page, which is loaded anew for that. */
export async function probe(page: Page): Promise<void> {
  // What the bundler of these scripts wraps functions in, so that they keep their names.
  const content = `globalThis.__name = (fn) => fn; (${install.toString()})(${JSON.stringify(BRIDGE_NAME)});`;
  await page.addInitScript({ content });
  await page.reload();
}

/** What was counted since the last time. */
export const takeReadings = (page: Page): Promise<Readings> => page.evaluate(() => window.deskProbe.take());
