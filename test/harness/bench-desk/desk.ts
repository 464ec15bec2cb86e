import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import { launchApp, type LaunchedApp } from '../../e2e/launch-app.ts';
import { Operator } from '../../e2e/support/operator.ts';
import { startDemoWorld } from '../../simulators/demo-world.ts';
import { bufferContent } from '../../simulators/s3/content.ts';
import type { StoredObject } from '../../simulators/s3/model.ts';
import { deskRecords, writeDeskJournal } from './desk-journal.ts';
import { probe } from './probe.ts';

/** The built app before a queue of some length, with a probe in its window. */
export interface Desk {
  readonly app: LaunchedApp;
  readonly operator: Operator;
  readonly bucket: string;
  readonly close: () => Promise<void>;
}

/** Imports that change while the desk is watched; each is ingested in a hundred steps. */
export const LIVE = 100;
/** Changes a second that they make together. */
export const CHANGES_PER_SECOND = 50;
const STEPS = 100;
const INGESTION_MS: Milliseconds = ((LIVE * STEPS) / CHANGES_PER_SECOND) * SECOND;
/** Far more than is asked: nothing waits for the budget. */
const LIMIT_PER_MINUTE = 100_000;
const bucket = 'nordlys-desk';

const objectOf = (key: string): StoredObject => ({
  key,
  content: bufferContent(Buffer.from(key)),
  modifiedMs: Date.UTC(2026, 0, 1),
});

/** Starts the app with a paused queue of `rows` imports, of which {@link LIVE} are not sent, and a bucket of `items` clips. */
export async function openDesk(rows: number, items: number): Promise<Desk> {
  const live = Array.from({ length: LIVE }, (_, index) => objectOf(`reel_${index}.mov`));
  const clips = Array.from({ length: items }, (_, index) =>
    objectOf(`take_${String(index).padStart(5, '0')}.mov`),
  );
  const world = await startDemoWorld({
    buckets: [{ name: bucket, objects: [...live, ...clips] }],
    settings: {
      limitPerMinute: LIMIT_PER_MINUTE,
      maxCopies: LIVE,
      ingestionMs: INGESTION_MS,
      fullIngestionMs: INGESTION_MS,
      ingestionSteps: STEPS,
      isClipMade: false,
    },
  });
  await world.setUp();
  const { teams, locations } = world.pixop.control.world.directory;
  const location = locations.find((one) => one.bucket === bucket);
  await writeDeskJournal(
    world.userDataDir,
    deskRecords(rows, {
      teamId: teams[0]?.id ?? '',
      locationId: location?.id ?? '',
      bucket,
      live: live.map(({ key, content }) => ({
        key,
        sizeBytes: content.sizeBytes,
        etag: content.etag,
      })),
    }),
  );
  const app = await launchApp({ userDataDir: world.userDataDir, env: world.connectedEnv });
  await probe(app.page);
  return {
    app,
    operator: new Operator(app.page),
    bucket,
    async close() {
      await app.close();
      await world.close();
    },
  };
}
