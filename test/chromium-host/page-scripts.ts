import { openMembrane } from './membrane.ts';
import { runPreload } from './preload-runner.ts';
import { createWire } from './wire.ts';

/** Makes functions of this project run in a page: their source, with the helper that the compiler may have put in. */
const asSource = (body: string): string =>
  `(() => { const __name = (value) => value; if (globalThis.top !== globalThis.window) return; ${body} })()`;

const wire = `(${createWire.toString()})()`;

/** The page's end of the bridge. `window.open` is answered as Electron answers a denied one: with null. */
export function pageWorldScript(secret: string): string {
  return asSource(`
    (${openMembrane.toString()})(${JSON.stringify(secret)}, 'page', ${wire});
    const open = globalThis.open;
    globalThis.open = (...args) => { open.apply(globalThis, args); return null; };
  `);
}

/** The preload's world: the built preload bundle, unchanged, with stand-ins for what a sandboxed preload may require. */
export function preloadWorldScript(secret: string, bindingName: string, preloadSource: string): string {
  return asSource(`
    const wire = ${wire};
    const membrane = (${openMembrane.toString()})(${JSON.stringify(secret)}, 'preload', wire);
    const post = globalThis[${JSON.stringify(bindingName)}];
    (${runPreload.toString()})(membrane, wire, post, ${JSON.stringify(RECEIVER)}, (require, module, exports, process) => {
      ${preloadSource}
    });
  `);
}

/** Name, in the preload's world only, of the function that takes messages from the main process. */
export const RECEIVER = '__pixopIngestReceive';
