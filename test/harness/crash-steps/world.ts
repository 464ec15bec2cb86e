import { createChance } from './chance.ts';
import { demoPerson, seedDemo } from '../../simulators/pixop/demo.ts';
import { createVirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import { createWorldPort } from '../../simulators/pixop/core/world-port.ts';
import { PixopWorld } from '../../simulators/pixop/core/world.ts';
import type { BatchPlan } from '../../../src/main/imports/plan-batch.ts';

/** Objects that each case imports. */
export const IMPORTS = 3;

/** Pixop in virtual time, the same for every process of a case. */
export function createWorld() {
  const clock = createVirtualClock();
  const world = new PixopWorld({ clock, random: createChance(1), person: demoPerson });
  seedDemo(world);
  Object.assign(world.settings, { copyBytesPerSecond: 1e12, ingestionMs: 10, fullIngestionMs: 10 });
  const port = createWorldPort(world, {
    apiKey: demoPerson.apiKey,
    latencyMs: () => 50,
    look: () => ({ sizeBytes: 1_000, contentType: 'video/mp4', modifiedMs: 0 }),
  });
  const [location] = world.directory.locations;
  const items = Array.from({ length: IMPORTS }, (_, index) => {
    const objectKey = `rushes/${index}.mov`;
    const facts = { modifiedMs: 0, etag: `e${index}`, storageClass: 'STANDARD', notPickable: null };
    return {
      object: { objectKey, sizeBytes: 1_000, ...facts },
      name: objectKey,
      description: '',
      fileName: '',
    };
  });
  const plan: BatchPlan = {
    locationId: location?.id ?? '',
    locationName: 'Media',
    bucket: 'nordlys-media',
    settings: {
      teamId: world.directory.team(null).id,
      projectId: null,
      projectName: null,
      fullIngestion: false,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
    items,
  };
  return { clock, world, port, plan };
}

/** See {@link createWorld}. */
export type World = ReturnType<typeof createWorld>;

/** Longest virtual time in which anything has to come about, milliseconds. */
const PATIENCE_MS = 3_600_000;

/** Lets virtual time pass until something holds; false when it never does. */
export async function passUntil({ clock }: World, holds: () => boolean): Promise<boolean> {
  const endMs = clock.now() + PATIENCE_MS;
  for (;;) {
    // Everything that needs no time comes about first.
    await new Promise((resolve) => setImmediate(resolve));
    if (holds()) return true;
    const nextAtMs = clock.nextAtMs();
    if (nextAtMs === null || nextAtMs > endMs) return false;
    clock.advance(Math.max(0, nextAtMs - clock.now()));
  }
}
