import { AppFailure } from '../../shared/errors.ts';
import { SECOND } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';

/** What looking into objects may cost: counted for each source since the app was started. */
export interface ByteBudget {
  /** Why nothing may be read of a source now; null when something may. What did not fit once is `spent` until the limit is another one. */
  readonly withheld: (locationId: string) => 'off' | 'spent' | null;
  /** Reads with what is asked for put aside beforehand, so that reads at the same time stay within the limit. */
  readonly spend: (
    locationId: string,
    wantedBytes: number,
    read: () => Promise<Uint8Array>,
  ) => Promise<Uint8Array>;
  readonly dispose: () => void;
}

/** What a {@link ByteBudget} needs. */
export interface ByteBudgetPorts {
  /** Most bytes of one source; 0 switches looking off. */
  readonly limitBytes: () => number;
  readonly clock: Pick<Clock, 'after'>;
  /** Told what a source has cost, soon after it has grown. */
  readonly onSpent: (spent: { readonly locationId: string; readonly spentBytes: number }) => void;
}

/** Spending is told at most this often, in milliseconds. Default half a second; range 100 to 5,000. */
const TELL_MS = SECOND / 2;

/** See {@link ByteBudget}. */
export function createByteBudget({ limitBytes, clock, onSpent }: ByteBudgetPorts): ByteBudget {
  const spent = new Map<string, number>();
  /** The limit at which a source was refused a read: until it changes, smaller reads that would fit are refused too. */
  const reachedAt = new Map<string, number>();
  const grown = new Set<string>();
  let cancelTelling: (() => void) | null = null;

  const spentOf = (locationId: string): number => spent.get(locationId) ?? 0;
  const add = (locationId: string, bytes: number): void => {
    spent.set(locationId, spentOf(locationId) + bytes);
    grown.add(locationId);
    cancelTelling ??= clock.after(TELL_MS, () => {
      cancelTelling = null;
      for (const each of grown) onSpent({ locationId: each, spentBytes: spentOf(each) });
      grown.clear();
    });
  };
  const withheld = (locationId: string): 'off' | 'spent' | null => {
    if (limitBytes() === 0) return 'off';
    return reachedAt.get(locationId) === limitBytes() || spentOf(locationId) >= limitBytes() ? 'spent' : null;
  };

  return {
    withheld,
    async spend(locationId, wantedBytes, read) {
      if (spentOf(locationId) + wantedBytes > limitBytes()) reachedAt.set(locationId, limitBytes());
      const reason = withheld(locationId);
      if (reason !== null) throw refusals[reason]();
      add(locationId, wantedBytes);
      let readBytes = wantedBytes;
      try {
        const bytes = await read();
        readBytes = bytes.length;
        return bytes;
      } finally {
        // A read that failed may have been sent in part: it counts as whole.
        add(locationId, readBytes - wantedBytes);
      }
    },
    dispose: () => cancelTelling?.(),
  };
}

const refusal = (serviceCode: string, message: string) => (): AppFailure =>
  new AppFailure({ code: 'forbidden', message, detail: { source: 'app', serviceCode } });
const refusals = {
  off: refusal('PREVIEWS_OFF', 'Previews are switched off.'),
  spent: refusal('PREVIEW_LIMIT', 'The limit of bytes for previews of this source is reached.'),
} as const;

/** Which refusal of a {@link ByteBudget} was thrown; null for anything else. */
export function refusedAs(thrown: unknown): 'off' | 'spent' | null {
  const { serviceCode } = (thrown instanceof AppFailure ? thrown.error.detail : undefined) ?? {};
  if (serviceCode === 'PREVIEWS_OFF') return 'off';
  return serviceCode === 'PREVIEW_LIMIT' ? 'spent' : null;
}
