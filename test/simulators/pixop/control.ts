import { noFaults, type Faults } from './core/faults.ts';
import type { Settings } from './core/settings.ts';
import type { PixopWorld } from './core/world.ts';
import type { RequestLog } from './http/request-log.ts';

/** The handle behind a running server: breaks it, watches it, changes it. */
export interface PixopControl {
  /** Assign its fields; they hold from the next request or copy on. */
  readonly faults: Faults;
  readonly clearFaults: () => void;
  /** The pace of the platform; assign its fields likewise. */
  readonly settings: Settings;
  readonly log: RequestLog;
  /** The platform itself, to look at or to change without a request. */
  readonly world: PixopWorld;
  /** Makes a location's bucket live on another S3 endpoint than the default. */
  readonly setEndpoint: (locationId: string, endpoint: string) => void;
}

/** Makes the handle of a world. */
export const createControl = (
  world: PixopWorld,
  log: RequestLog,
  endpoints: Map<string, string>,
): PixopControl => ({
  faults: world.faults,
  clearFaults: () => {
    Object.assign(world.faults, noFaults());
  },
  settings: world.settings,
  log,
  world,
  setEndpoint: (locationId, endpoint) => {
    endpoints.set(locationId, endpoint);
  },
});
