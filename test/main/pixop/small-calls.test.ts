import { describe, expect, it } from 'vitest';
import type { SubmitRequest } from '../../../src/main/imports/ports.ts';
import { json, pixopError, scripted } from './scripted-server.ts';

const never = new AbortController().signal;
const locationId = '3f2b0c1e-1111-4111-8111-111111111111';
const videoId = '3f2b0c1e-3333-4333-8333-333333333333';

describe('an input location', () => {
  it('is renamed without a word about its bucket or keys', async () => {
    const { client, seen } = await scripted((response) =>
      json(response, 200, { id: locationId, name: 'Renamed', bucket: 'media', accessKeyHidden: '***' }),
    );
    expect(await client.renameInputLocation(locationId, 'Renamed', never)).toEqual({
      locationId,
      name: 'Renamed',
      bucket: 'media',
    });
    expect(seen).toMatchObject([{ method: 'PATCH', url: `/api/v1/input-locations/s3/${locationId}` }]);
    expect(seen[0]?.body).toBe('{"name":"Renamed"}');
  });

  it('is deleted, and one that is gone already is said to be', async () => {
    const { client, seen } = await scripted((response) =>
      seen.length === 1
        ? response.writeHead(204).end()
        : json(response, 404, pixopError(404, 'RESOURCE_NOT_FOUND')),
    );
    await client.deleteInputLocation(locationId, never);
    await expect(client.deleteInputLocation(locationId, never)).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual(
      Array.from({ length: 2 }, () => ['DELETE', `/api/v1/input-locations/s3/${locationId}`, '']),
    );
  });
});

describe('a video', () => {
  const body = {
    id: videoId,
    createdAt: '2026-11-24T09:00:00Z',
    updatedAt: 1_795_510_800_000,
    name: 'Day 1',
    description: 'said',
    teamId: locationId,
    projectId: locationId,
  };

  it('is read by its id, with no upload where none is told', async () => {
    const { client } = await scripted((response) => json(response, 200, body));
    expect(await client.video(videoId, never)).toEqual({
      videoId,
      name: 'Day 1',
      description: 'said',
      teamId: locationId,
      projectId: locationId,
      createdAtMs: Date.UTC(2026, 10, 24, 9),
      updatedAtMs: 1_795_510_800_000,
      upload: null,
      ingestion: null,
    });
  });

  it('gets another description and keeps its name', async () => {
    const { client, seen } = await scripted((response) => json(response, 200, body));
    await client.patchDescription(videoId, '', never);
    expect(seen).toMatchObject([
      { method: 'PATCH', url: `/api/v1/videos/${videoId}`, body: '{"description":""}' },
    ]);
  });
});

describe('a connection', () => {
  it('carries one call only, although the server would keep it', async () => {
    const ports = new Set<number | undefined>();
    const { client, seen } = await scripted((response) => {
      ports.add(response.socket?.remotePort);
      json(response, 202, { videoId }, { connection: 'keep-alive', 'keep-alive': 'timeout=60' });
    });
    const request: SubmitRequest = {
      inputLocationId: locationId,
      teamId: locationId,
      fullIngestion: false,
      body: { name: 'a', objectKey: 'a.mov' },
    };
    for (let call = 0; call < 3; call++) await client.submitImport(request, never);
    expect(ports.size).toBe(3);
    expect(seen.map(({ headers }) => headers.connection)).toEqual(['close', 'close', 'close']);
  });
});
