/**
 * Chromium opens no page of a scheme that it does not know, and only Electron can teach it one. So a custom origin
 * `app://name` is shown to the page as `https://name.app.localhost`: a secure origin of its own too, which no server
 * can answer for. The main process sees custom URLs only.
 */
export interface Origins {
  /** A custom scheme's URL as the page's Chromium sees it; any other URL as it is. */
  readonly toPage: (url: string) => string;
  /** The reverse, for everything that is shown to the main process. */
  readonly toApp: (url: string) => string;
}

/** Makes {@link Origins} for the schemes that the app has registered by the time of a call. */
export function createOrigins(schemes: () => Iterable<string>): Origins {
  return {
    toPage(url) {
      for (const scheme of schemes()) {
        const rest = afterPrefix(url, `${scheme}://`);
        if (rest === null) continue;
        const end = rest.search(/[/?#]/);
        const host = end === -1 ? rest : rest.slice(0, end);
        return `https://${host}.${scheme}.localhost${end === -1 ? '/' : rest.slice(end)}`;
      }
      return url;
    },
    toApp(url) {
      const rest = afterPrefix(url, 'https://');
      const match = rest === null ? null : /^([^/?#@:]+)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)/.exec(rest);
      if (rest === null || match === null) return url;
      const [authority, host = '', scheme = ''] = match;
      return new Set(schemes()).has(scheme) ? `${scheme}://${host}${rest.slice(authority.length)}` : url;
    },
  };
}

const afterPrefix = (text: string, prefix: string): string | null =>
  text.startsWith(prefix) ? text.slice(prefix.length) : null;
