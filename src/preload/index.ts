import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, CHANNEL_PREFIX, type Bridge } from '../shared/bridge.ts';

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(CHANNEL_PREFIX + name, input),
  subscribe(name, listener) {
    const relay = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(CHANNEL_PREFIX + name, relay);
    return () => ipcRenderer.off(CHANNEL_PREFIX + name, relay);
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
