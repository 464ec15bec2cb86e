import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { MINUTE } from '../../../shared/units.ts';
import type { JournalFs } from './journal-fs.ts';

/** Boot times are computed from the uptime, which is not exact. */
const SAME_BOOT_MS = 1 * MINUTE;

/** Who holds a lock: enough to tell whether that process can still be running. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly bootedAtMs: number;
}

/** This process as a lock's owner, and whether another one is still there. */
export interface LockWorld {
  readonly self: LockOwner;
  readonly isAlive: (owner: LockOwner) => boolean;
}

/** The machine's own processes. */
export const nodeLockWorld: LockWorld = {
  self: { pid: process.pid, host: hostname(), bootedAtMs: Math.round(Date.now() - uptime() * 1_000) },
  isAlive({ pid, host, bootedAtMs }) {
    const { self } = nodeLockWorld;
    // Another computer's process cannot be asked; its writes are noticed by the journal's size.
    if (host !== self.host || Math.abs(bootedAtMs - self.bootedAtMs) > SAME_BOOT_MS || pid === self.pid)
      return false;
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};

/** Takes the lock beside a journal; false when a running process holds it. What a dead one left is taken over. */
export async function takeLock(path: string, fs: JournalFs, world: LockWorld): Promise<boolean> {
  const held = ownerOf((await fs.read(path))?.toString('utf8') ?? '');
  if (held !== null && world.isAlive(held)) return false;
  const file = await fs.openNew(path);
  try {
    await file.append(Buffer.from(JSON.stringify(world.self), 'utf8'));
  } finally {
    await file.close();
  }
  return true;
}

const ownerSchema = z.object({ pid: z.number(), host: z.string(), bootedAtMs: z.number() });

/** Whoever a lock names, or null when it was left half written. */
function ownerOf(text: string): LockOwner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
