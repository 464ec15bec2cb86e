import type { z } from 'zod';
import { malformed } from './to-app-error.ts';
import { readPixop, type PixopConnection, type Query } from './pixop-call.ts';
import { isLastPage, pageOf } from './wire.ts';

/** Items a page, the most that Pixop gives (openapi.json `PageSize`). */
const PAGE_SIZE = 100;
/** Pages after which a list is taken for a fault: 10,000 teams, projects or locations. */
const MAX_PAGES = 100;

/** Reads a paged list to its end. */
export async function readEveryPage<Item extends z.ZodType<{ readonly id: string }>>(
  connection: PixopConnection,
  path: string,
  query: Query,
  item: Item,
  signal: AbortSignal,
): Promise<z.output<Item>[]> {
  // By id: a list that grows while it is read repeats items.
  const items = new Map<string, z.output<Item>>();
  for (let pageNumber = 0; pageNumber < MAX_PAGES; pageNumber += 1) {
    const call = {
      method: 'GET',
      path,
      query: { ...query, pageNumber, pageSize: PAGE_SIZE, sortBy: 'createdAt', sortDirection: 'ASC' },
    } as const;
    const page = await readPixop(connection, call, pageOf(item), signal);
    for (const each of page.items) items.set(each.id, each);
    if (isLastPage(page, { pageNumber, pageSize: PAGE_SIZE })) return [...items.values()];
  }
  throw malformed(`GET ${path}`);
}
