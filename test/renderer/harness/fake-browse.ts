import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type { BrowseState, BrowseView, RowRef } from '../../../src/shared/browse.ts';
import type { Input, Output } from '../../../src/shared/contract.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import { fakePrefix, type FakePrefix } from './fake-bucket.ts';
import { applyChange, arrange } from './fake-view.ts';
import type { Scenario } from './scenarios.ts';

const forbidden: AppError = {
  code: 'forbidden',
  message: 'Access Denied',
  detail: {
    source: 's3',
    serviceCode: 'AccessDenied',
    httpStatus: 403,
    requestId: 'TX0K4JQ2M9',
    missingAction: 's3:ListBucket',
  },
};
const brokenOff: AppError = {
  code: 'offline',
  message: 'socket hang up',
  detail: { source: 's3', requestId: 'TX0K4JQ2N1' },
};

const errors: Partial<Record<Scenario['listing'], AppError>> = { forbidden, failing: brokenOff };

class FakeListing {
  readonly #open: Input<'browse.open'>;
  readonly #id: string;
  readonly #listed: FakePrefix;
  readonly #count: number;
  readonly #classes: string[];
  readonly #selected = new Set<number>();
  #ids: readonly number[] = [];
  #revision = 0;
  #arrangement = 0;
  #complete: boolean;
  #error: AppError | null;

  constructor(id: string, open: Input<'browse.open'>, scenario: Scenario) {
    const kind = scenario.listing;
    this.#id = id;
    this.#open = open;
    this.#listed = fakePrefix(scenario, open.prefix);
    this.#error = errors[kind] ?? null;
    this.#complete = kind !== 'listing' && this.#error === null;
    this.#count = this.#complete ? this.#listed.count : Math.min(this.#listed.count, 40);
    // A million rows are all of one class.
    const classes = Array.from({ length: Math.min(this.#count, 200) }, (_, id) => {
      const { storageClass } = this.#listed.rowAt(id);
      return storageClass;
    });
    this.#classes = [...new Set(classes)].filter((name) => name !== '' && name.length <= 64).slice(0, 32);
    this.show(open.view);
    if (open.pick !== undefined) this.select({ kind: 'all-matching' });
  }

  show(view: BrowseView): void {
    this.#ids = arrange(this.#listed, this.#count, view, this.#open.prefix);
    this.#arrangement += 1;
    this.#revision += 1;
  }

  select(change: Input<'browse.select'>['change']): void {
    applyChange(this.#selected, this.#ids, change, (id) => {
      const row = this.#listed.rowAt(id);
      return row.kind === 'object' && row.notPickable === null;
    });
    this.#revision += 1;
  }

  stop(): void {
    this.#error = { code: 'cancelled', message: 'Listing was stopped before its end.' };
    this.#revision += 1;
  }

  rows(from: number, count: number) {
    return {
      revision: this.#revision,
      rows: this.#ids.slice(from, from + count).map((id) => ({
        ...this.#listed.rowAt(id),
        id,
        selected: this.#selected.has(id),
      })),
    };
  }

  locate(ids: readonly number[]): number[] {
    return ids.map((id) => this.#ids.indexOf(id));
  }

  step({ from, by, isSelected }: Input<'browse.step'>): RowRef | null {
    const start = from.id === null ? from.index : this.#ids.indexOf(from.id);
    for (let index = start + by; index >= 0 && index < this.#ids.length; index += by) {
      const id = this.#ids[index] ?? 0;
      if (isSelected ? this.#selected.has(id) : this.#listed.rowAt(id).kind === 'object')
        return { index, id };
    }
    return null;
  }

  ordinal({ rowId, isSelected }: Input<'browse.ordinal'>): Output<'browse.ordinal'> {
    const among = this.#ids.filter((id) =>
      isSelected ? this.#selected.has(id) : this.#listed.rowAt(id).kind === 'object',
    );
    const place = among.indexOf(rowId) + 1;
    return { place: place === 0 ? null : place, count: among.length };
  }

  find(text: string, after: number): number {
    const start = this.#open.prefix + text;
    return this.#ids.findIndex(
      (id, index) =>
        index >= after && this.#listed.rowAt(id).key.toLowerCase().startsWith(start.toLowerCase()),
    );
  }

  state(): BrowseState {
    const shown = new Set(this.#ids);
    const bytes = (ids: Iterable<number>): number => {
      let sum = 0;
      for (const id of ids) sum += this.#listed.rowAt(id).sizeBytes;
      return sum;
    };
    const objects = this.#ids.filter((id) => this.#listed.rowAt(id).kind === 'object');
    const reasons = objects
      .map((id) => this.#listed.rowAt(id).notPickable)
      .filter((reason) => reason !== null);
    return {
      listingId: this.#id,
      locationId: this.#open.locationId,
      prefix: this.#open.prefix,
      scope: this.#open.scope,
      revision: this.#revision,
      arrangement: this.#arrangement,
      listed: this.#count,
      listedBytes: bytes(Array.from({ length: this.#count }, (_, id) => id)),
      matching: this.#ids.length,
      matchingObjects: objects.length,
      matchingPickable: objects.length - reasons.length,
      notPickable: new Set(reasons).size === 1 ? (reasons[0] ?? null) : null,
      matchingBytes: bytes(objects),
      complete: this.#complete,
      storageClasses: this.#classes,
      selected: this.#selected.size,
      selectedBytes: bytes(this.#selected),
      selectedAwaited: 0,
      selectedHidden: [...this.#selected].filter((id) => !shown.has(id)).length,
      error: this.#error,
    };
  }
}

/** The selected bucket's listing: one at a time, as on screen. */
export function createFakeBrowse({ scenario }: FakeContext): FakeHandlers<'browse'> {
  let number = 0;
  const listings = new Map<string, FakeListing>();
  const find = (listingId: string): FakeListing => {
    const listing = listings.get(listingId);
    if (listing === undefined) throw new AppFailure({ code: 'not-found', message: 'No such listing' });
    return listing;
  };
  return {
    'browse.open': (input) => {
      number += 1;
      const listingId = `listing-${String(number).padStart(12, '0')}`;
      const listing = new FakeListing(listingId, input, scenario);
      listings.set(listingId, listing);
      return listing.state();
    },
    'browse.view': ({ listingId, view }) => {
      find(listingId).show(view);
      return find(listingId).state();
    },
    'browse.rows': ({ listingId, from, count }) => find(listingId).rows(from, count),
    'browse.select': ({ listingId, change }) => {
      find(listingId).select(change);
      return find(listingId).state();
    },
    'browse.find': ({ listingId, text, after }) => ({ index: find(listingId).find(text, after) }),
    'browse.locate': ({ listingId, ids }) => ({ indexes: find(listingId).locate(ids) }),
    'browse.step': (input) => ({ row: find(input.listingId).step(input) }),
    'browse.ordinal': (input) => find(input.listingId).ordinal(input),
    'browse.stop': ({ listingId }) => {
      find(listingId).stop();
      return find(listingId).state();
    },
    'browse.close': ({ listingId }) => {
      listings.delete(listingId);
      return null;
    },
  };
}
