import { describe, expect, it } from 'vitest';
import { denied, endpoint, keys, locationId, openSources } from './sources-rig.ts';

describe('the sources', () => {
  it('are denied and ready again as their listings are', async () => {
    const { service, shown } = openSources();
    await service.list('team');
    await service.saveCredentials({ locationId, credentials: keys, endpoint });
    const heard = async (listing: Partial<Parameters<typeof service.listed>[0]>): Promise<unknown> => {
      shown.length = 0;
      await service.listed({ locationId, prefix: '', listed: 0, complete: false, error: null, ...listing });
      return shown.at(-1)?.map(({ access, error }) => [access, error?.code ?? null])[0] ?? 'as before';
    };
    expect(await heard({ listed: 7 })).toBe('as before');
    expect(await heard({ prefix: 'private/', error: denied })).toBe('as before');
    expect(await heard({ error: { code: 'timeout', message: 'no way' } })).toBe('as before');
    expect(await heard({ error: denied })).toEqual(['denied', 'forbidden']);
    expect(await heard({ error: denied })).toBe('as before');
    expect(await heard({ prefix: 'shared/', listed: 0 })).toBe('as before');
    expect(await heard({ prefix: 'shared/', listed: 1_000 })).toEqual(['ready', null]);
    expect(
      await heard({ prefix: 'shared/', error: { code: 'credentials-rejected', message: 'expired' } }),
    ).toEqual(['denied', 'credentials-rejected']);
    expect(await heard({ complete: true })).toEqual(['ready', null]);
    expect(await heard({ locationId: 'unknown', error: denied })).toBe('as before');
  });
});
