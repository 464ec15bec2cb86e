import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { launchApp, type LaunchedApp } from '../../e2e/launch-app.ts';
import { startDemoWorld } from '../../simulators/demo-world.ts';
import type { StoredObject } from '../../simulators/s3/model.ts';
import { openSeedMedia } from '../../simulators/s3/seed-media.ts';
import type { S3Process } from './s3-process.ts';

/** The built app with a bucket of pictures, and the buckets of other S3 processes, among its sources. */
export interface ScreenWorld {
  readonly app: LaunchedApp;
  readonly close: () => Promise<void>;
}

/** Source of a bucket of videos that this Chromium decodes. */
export const PICTURES = 'pictures';
/** Source of an S3 process, by its number of keys. */
export const sourceOf = ({ keys }: S3Process): string => `keys-${keys}`;

const VIDEOS = 1_000;
const written = z.object({ version: z.number(), sources: z.array(z.record(z.string(), z.unknown())) });

/** Starts simulators and app, signed in and with the demo bucket on screen. */
export async function startScreenWorld(servers: readonly S3Process[]): Promise<ScreenWorld> {
  const { content, contentType } = openSeedMedia()('webm');
  const videos = Array.from({ length: VIDEOS }, (_, at): StoredObject => {
    const key = `clips/take ${String(at).padStart(5, '0')}.webm`;
    return { key, content, contentType, modifiedMs: Date.UTC(2026, 0, 1) };
  });
  const world = await startDemoWorld({ buckets: [{ name: PICTURES, objects: videos }] });
  const { directory } = world.pixop.control.world;
  const [team] = directory.teams;
  if (team === undefined) throw new Error('The demo has no team');
  const locations = servers.map((server) => {
    const { bucket, accessKeyId: accessKey, secretAccessKey } = server;
    directory.addLocation(team.id, { name: sourceOf(server), bucket, accessKey, secretAccessKey });
    return { server, id: directory.locations.at(-1)?.id };
  });
  await world.setUp();
  const path = join(world.userDataDir, 'sources.json');
  const { version, sources } = written.parse(JSON.parse(await readFile(path, 'utf8')));
  const moved = sources.map((source) => {
    const other = locations.find(({ id }) => id === source['locationId'])?.server;
    if (other === undefined) return source;
    return { ...source, endpoint: { endpoint: other.url, region: other.region, pathStyle: true } };
  });
  await writeFile(path, JSON.stringify({ version, sources: moved }));
  const app = await launchApp({ userDataDir: world.userDataDir, env: world.connectedEnv });
  return {
    app,
    async close() {
      await app.close();
      await world.close();
    },
  };
}
