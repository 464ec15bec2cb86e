import type * as Electron from 'electron';
import { createOrigins, type Origins } from './origins.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** `electron.protocol`, and what the host's windows ask of it. */
export interface HostProtocol {
  readonly electron: Pick<
    Electron.Protocol,
    'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
  >;
  readonly origins: Origins;
  /** The app's handler of a URL's scheme, if it has one. */
  readonly handlerOf: (appUrl: string) => Handler | undefined;
}

/** Makes the registry of custom schemes; as in Electron, a scheme must be registered before it is handled. */
export function createProtocol(): HostProtocol {
  const schemes = new Set<string>();
  const handlers = new Map<string, Handler>();
  const electron: HostProtocol['electron'] = {
    registerSchemesAsPrivileged(customSchemes) {
      for (const { scheme, privileges } of customSchemes) {
        if (privileges?.standard !== true || privileges.secure !== true) {
          throw new Error(`The Chromium host knows only standard, secure schemes; ${scheme} is not.`);
        }
        schemes.add(scheme);
      }
    },
    handle(scheme, handler) {
      if (!schemes.has(scheme)) throw new Error(`The scheme ${scheme} was not registered as privileged.`);
      if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already handled.`);
      handlers.set(scheme, handler);
    },
    unhandle: (scheme) => void handlers.delete(scheme),
    isProtocolHandled: (scheme) => handlers.has(scheme),
  };
  return {
    electron: strict('protocol', electron),
    origins: createOrigins(() => schemes),
    handlerOf: (appUrl) => handlers.get(appUrl.slice(0, appUrl.indexOf(':'))),
  };
}
