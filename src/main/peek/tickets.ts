/** One version of one object that the page was shown: what its media address stands for. */
export interface PeekedObject {
  readonly locationId: string;
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  readonly sizeBytes: number;
}

/** Gives objects names that say nothing, so that an address carries neither bucket, key nor signature. */
export interface Tickets {
  readonly give: (object: PeekedObject) => string;
  /** The very same thing for as long as its ticket is valid. */
  readonly find: (ticket: string) => PeekedObject | null;
}

/** Tickets that are valid at the same time; the oldest one goes first. Default 2,000: some thirty screens of a grid. */
const MAX_TICKETS = 2_000;

/** See {@link Tickets}; the same object gets the same ticket for as long as that is valid. */
export function createTickets(newId: () => string, maxTickets: number = MAX_TICKETS): Tickets {
  const objects = new Map<string, PeekedObject>();
  const names = new Map<string, string>();
  const nameOf = ({ locationId, bucket, key, etag, sizeBytes }: PeekedObject): string =>
    JSON.stringify([locationId, bucket, key, etag, sizeBytes]);
  return {
    give(object) {
      const name = nameOf(object);
      const ticket = names.get(name) ?? newId();
      const given = objects.get(ticket) ?? object;
      // Deleted first, so that the order of the map is that of use.
      objects.delete(ticket);
      objects.set(ticket, given);
      names.set(name, ticket);
      for (const [oldest, forgotten] of objects) {
        if (objects.size <= maxTickets) break;
        objects.delete(oldest);
        names.delete(nameOf(forgotten));
      }
      return ticket;
    },
    find: (ticket) => objects.get(ticket) ?? null,
  };
}
