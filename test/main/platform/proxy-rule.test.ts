import { describe, expect, it } from 'vitest';
import { proxyOf } from '../../../src/main/platform/proxy-rule.ts';

describe('What a system says of its proxies', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY 10.0.0.1:3128', 'http://10.0.0.1:3128'],
    ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
    ['HTTPS proxy.example:443', 'https://proxy.example:443'],
    ['SOCKS5 10.0.0.1:1080; PROXY 10.0.0.1:3128', 'http://10.0.0.1:3128'],
    ['SOCKS5 10.0.0.1:1080; DIRECT', null],
    ['PROXY [::1]:3128', 'http://[::1]:3128'],
  ])('“%s” is %s', (rule, proxy) => {
    expect(proxyOf(rule)).toBe(proxy);
  });

  it('is not passed by when it names only ways that cannot be taken', () => {
    expect(() => proxyOf('SOCKS5 10.0.0.1:1080')).toThrow('of a kind that cannot be used');
    expect(() => proxyOf('PROXY')).toThrow('of a kind that cannot be used');
  });
});
