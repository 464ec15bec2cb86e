/// <reference types="vite/client" />
import type { Bridge, BRIDGE_NAME } from '../shared/bridge.ts';

declare global {
  interface Window {
    readonly [BRIDGE_NAME]: Bridge;
  }
}
