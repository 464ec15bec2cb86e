import { expect, test } from 'vitest';
import { importOne, settled, signal, startPlatform, submit } from './test-platform.ts';

test('Another process breaks, sets and reads the platform, with the token', async () => {
  const platform = await startPlatform();
  const { pixop, client } = platform;
  const headers = { authorization: `Bearer ${pixop.controlToken}` };
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${pixop.controlUrl}${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    return answer.json();
  };
  expect(await call('PATCH', '/faults', { importNext: ['reset-after'] })).toMatchObject({
    importNext: ['reset-after'],
  });
  expect(await submit(platform)).toMatchObject({ kind: 'no-answer' });
  await call('PATCH', '/settings', { limitPerMinute: 77 });
  expect(pixop.control.settings.limitPerMinute).toBe(77);
  await settled(platform, await importOne(platform));
  expect(await call('GET', '/ledger')).toMatchObject({ totals: { requests: 2, accepted: 2, doubled: 1 } });
  await call('DELETE', '/log');
  await client.account(signal);
  expect(await call('GET', '/log')).toEqual({
    entries: [{ method: 'GET', path: '/api/v1/account', status: 200, errorCode: null }],
  });
});

test('Without the token, or with a wrong call, nothing changes', async () => {
  const { pixop } = await startPlatform();
  const patch = (token: string, body: string, path = '/faults') =>
    fetch(`${pixop.controlUrl}${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
  expect((await patch('guess', '{"isKeyRevoked":true}')).status).toBe(403);
  expect((await patch(pixop.controlToken, '{"noSuchFault":1}')).status).toBe(400);
  expect((await patch(pixop.controlToken, '{')).status).toBe(400);
  expect((await patch(pixop.controlToken, '{}', '/nothing')).status).toBe(400);
  expect(pixop.control.faults.isKeyRevoked).toBe(false);
});
