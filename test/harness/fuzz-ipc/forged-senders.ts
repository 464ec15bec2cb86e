import type { SenderEvent } from '../../../src/main/ipc/trusted-sender.ts';

const frame = { url: 'app://pixop-ingest/index.html', parent: null, detached: false };

/** A call from the app's own page. */
export const honestSender: SenderEvent = { sender: { id: 1 }, senderFrame: frame };

/** As Electron's frames are once they are disposed of: every look at them throws. */
const disposed: SenderEvent = {
  sender: { id: 1 },
  get senderFrame(): SenderEvent['senderFrame'] {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
};

const foreignPages = [
  '',
  'null',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<p>',
  'blob:app://pixop-ingest/1',
  'javascript:0',
  'file:///index.html',
  'http://pixop-ingest/index.html',
  'https://pixop-ingest/index.html',
  'https://app.pixop.com/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://pixop-ingest/index.html',
  'app://app.evil/index.html',
  'app://pixop-ingest.evil/index.html',
  'app://evil.pixop-ingest/index.html',
  'app://pixop-ingest@evil/index.html',
  'app://evil@pixop-ingest/index.html',
  'app://pixop-ingest:8080/index.html',
  'app:pixop-ingest/index.html',
  'app:///pixop-ingest/index.html',
  'App://pixop-ingest/index.html',
  'app://pixop\u2010ingest/index.html',
  ' app://pixop-ingest/index.html',
  'view-source:app://pixop-ingest/index.html',
];

/** Calls that are not the app's own, each for one reason only. */
export const forgedSenders: Readonly<Record<string, SenderEvent>> = {
  'no frame (navigated away)': { ...honestSender, senderFrame: null },
  'a disposed frame': disposed,
  'a destroyed frame': { ...honestSender, senderFrame: { ...frame, isDestroyed: () => true } },
  'a detached frame': { ...honestSender, senderFrame: { ...frame, detached: true } },
  'a subframe of the app’s page': { ...honestSender, senderFrame: { ...frame, parent: frame } },
  'another window': { ...honestSender, sender: { id: 2 } },
  ...Object.fromEntries(
    foreignPages.map((url) => [`the page “${url}”`, { ...honestSender, senderFrame: { ...frame, url } }]),
  ),
};
