import { describe, expect, test } from 'vitest';
import { clientOf, importOne, signal, startPlatform, submit } from './test-platform.ts';
import { demoPerson, secondPerson, seedSecond } from './demo.ts';

const headers = { 'x-api-key': demoPerson.apiKey, 'content-type': 'application/json' };

describe('A key', () => {
  test('that is missing or wrong is refused with the documented error', async () => {
    const { pixop } = await startPlatform();
    const missing = await fetch(`${pixop.url}/v1/account`);
    expect(missing.status).toBe(401);
    expect(missing.headers.get('www-authenticate')).not.toBeNull();
    expect(await missing.json()).toMatchObject({
      errorCode: 'MISSING_API_KEY',
      errorCodeEnum: 'MISSING_API_KEY',
      statusCode: 401,
      requestPath: '/api/v1/account',
    });
    await expect(clientOf(pixop, 'another').account(signal)).rejects.toMatchObject({
      error: { code: 'unauthorised', detail: { serviceCode: 'INVALID_API_KEY' } },
    });
  });

  test('can be revoked, and its account locked, while it is used', async () => {
    const { pixop, client } = await startPlatform();
    pixop.control.faults.isAccountLocked = true;
    await expect(client.account(signal)).rejects.toMatchObject({
      error: { code: 'forbidden', detail: { serviceCode: 'ACCOUNT_LOCKED' } },
    });
    pixop.control.faults.isKeyRevoked = true;
    await expect(client.account(signal)).rejects.toMatchObject({ error: { code: 'unauthorised' } });
    pixop.control.clearFaults();
    expect(await client.account(signal)).toMatchObject({ email: demoPerson.email });
  });
});

describe('The budget', () => {
  test('is counted down in the headers, and what exceeds it is told how long to wait', async () => {
    const { pixop } = await startPlatform({ limitPerMinute: 2 });
    const ask = () => fetch(`${pixop.url}/v1/account`, { headers });
    const left = async () => (await ask()).headers.get('x-ratelimit-remaining');
    expect([await left(), await left()]).toEqual(['1', '0']);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(Number(refused.headers.get('x-ratelimit-retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused.json()).toMatchObject({ errorCode: 'TOO_MANY_REQUESTS', statusCode: 429 });
    pixop.control.settings.limitPerMinute = 10;
    expect(await left()).toBe('7');
  });
});

describe('A request that breaks rules', () => {
  test.each([
    ['POST', '/v1/projects', '{"name":""}', 'name'],
    ['POST', '/v1/projects', `{"name":"${'x'.repeat(48)}"}`, 'name'],
    [
      'POST',
      '/v1/input-locations/s3',
      '{"name":"a","bucket":"b","accessKey":"c","secretAccessKey":"d"}',
      'bucket',
    ],
    ['GET', '/v1/videos?pageSize=101', null, 'pageSize'],
    ['GET', '/v1/videos?clipMode=SOME', null, 'clipMode'],
    ['GET', '/v1/projects?teamId=7', null, 'teamId'],
    ['GET', '/v1/videos/not-an-id', null, 'videoId'],
  ])('%s %s is told which field: %s → %s', async (method, path, body, field) => {
    const { pixop } = await startPlatform();
    const init: RequestInit = { method, headers, body };
    const answer = await fetch(`${pixop.url}${path}`, init);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errorCode: 'VALIDATION_ERROR',
      validationErrors: [{ field }],
    });
  });

  test('is told of a body that is missing or no JSON, and of a path that is none', async () => {
    const { pixop } = await startPlatform();
    const post = async (body: string) =>
      (await fetch(`${pixop.url}/v1/projects`, { method: 'POST', headers, body })).json();
    expect(await post('')).toMatchObject({ errorCode: 'MISSING_REQUEST_BODY' });
    expect(await post('{')).toMatchObject({ errorCode: 'INVALID_REQUEST_BODY' });
    expect((await fetch(`${pixop.url}/v1/nothing`, { headers })).status).toBe(404);
  });
});

describe('The demo account', () => {
  test('has two teams with projects, and one location whose keys come back masked', async () => {
    const { pixop, client, teamId, locationId } = await startPlatform();
    const teams = await client.teams(signal);
    expect(teams.map(({ name }) => name)).toEqual(['Nordlys Post', 'Nordlys Archive']);
    expect((await client.projects(teamId, signal)).map(({ name }) => name)).toContain('Isen');
    const raw = await (await fetch(`${pixop.url}/v1/input-locations/s3/${locationId}`, { headers })).text();
    expect(raw).toContain('****************0001');
    expect(raw).not.toContain('AKIADEMOOPERATOR0001');
  });

  test('grows and shrinks as the client says, page by page', async () => {
    const { client, teamId, locationId } = await startPlatform();
    for (let number = 0; number < 101; number++)
      await client.createProject(teamId, `Project ${number}`, signal);
    expect(await client.projects(teamId, signal)).toHaveLength(104);
    await client.renameInputLocation(locationId, 'Renamed', signal);
    expect(await client.inputLocations(teamId, signal)).toMatchObject([
      { name: 'Renamed', bucket: 'nordlys-media' },
    ]);
    await client.deleteInputLocation(locationId, signal);
    expect(await client.inputLocations(teamId, signal)).toEqual([]);
    await expect(client.deleteInputLocation(locationId, signal)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('A fault', () => {
  test.each(['reset-before', 'error-before'] as const)('%s makes no video', async (fate) => {
    const platform = await startPlatform();
    platform.pixop.control.faults.importNext.push(fate);
    await submit(platform);
    expect(platform.pixop.ledger.totals()).toMatchObject({ requests: 1, accepted: 0 });
  });

  test.each([
    ['reset-after', { kind: 'no-answer', reason: 'reset' }],
    ['error-after', { kind: 'answered', status: 500 }],
  ] as const)('%s makes the video although the client is not told', async (fate, seen) => {
    const platform = await startPlatform();
    platform.pixop.control.faults.importNext.push(fate);
    expect(await submit(platform)).toMatchObject(seen);
    expect(platform.pixop.ledger.totals()).toMatchObject({ requests: 1, accepted: 1 });
  });

  test('strikes other calls as often as it was told to', async () => {
    const { pixop, client } = await startPlatform();
    Object.assign(pixop.control.faults, { errorNext: 1, errorStatus: 503 });
    await expect(client.account(signal)).rejects.toMatchObject({ error: { code: 'upstream' } });
    pixop.control.faults.resetNext = 1;
    await expect(client.account(signal)).rejects.toMatchObject({ error: { code: 'offline' } });
    pixop.control.faults.captivePortal = true;
    await expect(client.account(signal)).rejects.toMatchObject({ error: { code: 'malformed-answer' } });
  });

  test('of the balance refuses imports only', async () => {
    const platform = await startPlatform();
    platform.pixop.control.faults.isBalanceExhausted = true;
    expect(await submit(platform)).toMatchObject({
      body: { errorCode: 'INSUFFICIENT_PROJECTED_BALANCE_ERROR' },
    });
    expect(await platform.client.account(signal)).toMatchObject({ email: demoPerson.email });
  });
});

describe('A second account', () => {
  test('has a key of its own, and nothing of the first one’s', async () => {
    const platform = await startPlatform();
    const { pixop, client, locationId } = platform;
    const second = pixop.addAccount(secondPerson, seedSecond);
    const other = clientOf(pixop, secondPerson.apiKey);
    const [first, account] = [await client.account(signal), await other.account(signal)];
    expect([first.email, account.email]).toEqual([demoPerson.email, secondPerson.email]);
    expect(first.accountId).not.toBe(account.accountId);
    const locations = await other.inputLocations(account.defaultTeam.teamId, signal);
    expect(locations.map(({ name }) => name)).toEqual(['Kanal Nord deliveries']);

    const videoId = await importOne(platform);
    await expect(other.video(videoId, signal)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await expect(other.deleteInputLocation(locationId, signal)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    expect(second.world.ledger.totals()).toMatchObject({ requests: 0 });
    second.faults.isKeyRevoked = true;
    await expect(other.account(signal)).rejects.toMatchObject({ error: { code: 'unauthorised' } });
    expect(await client.account(signal)).toEqual(first);
  });
});
