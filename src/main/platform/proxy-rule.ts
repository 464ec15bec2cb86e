import { AppFailure } from '../../shared/errors.ts';

/** Answers the proxy that the system wants used for an address, as a URL; null for none. */
export type ProxyFor = (url: string) => Promise<string | null>;

/**
 * Reads what a system says of an address, such as `PROXY 10.0.0.1:3128; DIRECT`: the first way that this app can take.
 * A system that names only ways it cannot take is not passed by.
 */
export function proxyOf(rule: string): string | null {
  const ways = rule
    .split(';')
    .map((way) => way.trim())
    .filter(Boolean);
  for (const way of ways) {
    const [kind = '', address = ''] = way.split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return null;
    const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }[kind.toUpperCase()];
    const url = `${scheme ?? 'none'}://${address}`;
    if (scheme !== undefined && address !== '' && URL.canParse(url)) return url;
  }
  if (ways.length === 0) return null;
  throw new AppFailure({
    code: 'offline',
    message: `This system’s proxy is of a kind that cannot be used: ${ways.join('; ').slice(0, 200)}.`,
    detail: { source: 'app', serviceCode: 'PROXY_KIND' },
  });
}
