import { RecencyList } from './recency-list.ts';
import type { Video } from './video.ts';

/** Which videos are meant; null leaves a filter out. */
export interface VideoFilter {
  readonly teamId: string | null;
  readonly projectId: string | null;
  /** Videos derived from this master. */
  readonly masterVideoId: string | null;
  readonly clipId: string | null;
  readonly clipMode: 'INCLUDE' | 'EXCLUDE' | 'ONLY';
}

/** The list call: a filter, an order and a page. */
export interface VideoQuery extends VideoFilter {
  readonly sortBy: 'createdAt' | 'updatedAt';
  readonly sortDirection: 'ASC' | 'DESC';
  /** From 0. */
  readonly pageNumber: number;
  readonly pageSize: number;
}

/** One page, with the count of all. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly totalElements: number;
}

/** The videos of one filter, in both orders. */
interface View {
  readonly filter: VideoFilter;
  /** By creation, oldest first. */
  readonly created: Video[];
  readonly updated: RecencyList<Video>;
}

/** Filters kept in order at the same time; the one asked for longest ago is forgotten. A client has a handful. */
const MAX_VIEWS = 32;

/** Answers list calls at 100,000 videos without sorting: each filter that is asked for keeps its own two orders. */
export class VideoIndex {
  readonly #all: Video[] = [];
  readonly #allByUpdate = new RecencyList<Video>();
  readonly #views = new Map<string, View>();

  /** Adds a video; it must be younger than all others. */
  add(video: Video): void {
    this.#all.push(video);
    this.#allByUpdate.touch(video);
    for (const view of this.#viewsOf(video)) {
      view.created.push(video);
      view.updated.touch(video);
    }
  }

  /** Tells that a video's `updatedAt` is now the latest. */
  touch(video: Video): void {
    this.#allByUpdate.touch(video);
    for (const view of this.#viewsOf(video)) view.updated.touch(video);
  }

  remove(video: Video): void {
    removeInOrder(this.#all, video);
    this.#allByUpdate.remove(video);
    for (const view of this.#viewsOf(video)) {
      removeInOrder(view.created, video);
      view.updated.remove(video);
    }
  }

  list(query: VideoQuery): PageOf<Video> {
    const view = this.#viewFor(query);
    const { pageNumber, pageSize, sortDirection } = query;
    const skip = pageNumber * pageSize;
    const totalElements = view.created.length;
    const items =
      query.sortBy === 'updatedAt'
        ? view.updated.slice(sortDirection, skip, pageSize)
        : sliceOf(view.created, sortDirection, skip, pageSize);
    return { items, pageNumber, pageSize, totalElements };
  }

  #viewsOf(video: Video): View[] {
    return [...this.#views.values()].filter(({ filter }) => matches(filter, video));
  }

  #viewFor({ teamId, projectId, masterVideoId, clipId, clipMode }: VideoFilter): View {
    const filter: VideoFilter = { teamId, projectId, masterVideoId, clipId, clipMode };
    const name = JSON.stringify(filter);
    const view = this.#views.get(name) ?? this.#build(filter);
    // Set anew, so that the map's order is the order of use.
    this.#views.delete(name);
    this.#views.set(name, view);
    const [oldest] = this.#views.keys();
    if (this.#views.size > MAX_VIEWS && oldest !== undefined) this.#views.delete(oldest);
    return view;
  }

  #build(filter: VideoFilter): View {
    const created = this.#all.filter((video) => matches(filter, video));
    const updated = new RecencyList<Video>();
    for (const video of this.#allByUpdate.slice('ASC', 0, this.#all.length)) {
      if (matches(filter, video)) updated.touch(video);
    }
    return { filter, created, updated };
  }
}

function matches(filter: VideoFilter, video: Video): boolean {
  const isClip = video.clipOf !== null;
  return (
    (filter.teamId === null || filter.teamId === video.teamId) &&
    (filter.projectId === null || filter.projectId === video.projectId) &&
    (filter.masterVideoId === null || filter.masterVideoId === video.clipOf?.videoId) &&
    (filter.clipId === null || (isClip && filter.clipId === video.videoId)) &&
    (filter.clipMode === 'INCLUDE' || (filter.clipMode === 'ONLY') === isClip)
  );
}

function sliceOf(oldestFirst: readonly Video[], direction: 'ASC' | 'DESC', skip: number, take: number) {
  if (direction === 'ASC') return oldestFirst.slice(skip, skip + take);
  const end = Math.max(0, oldestFirst.length - skip);
  return oldestFirst.slice(Math.max(0, end - take), end).toReversed();
}

/** Removes from an array in order of `sequence`. */
function removeInOrder(videos: Video[], video: Video): void {
  let low = 0;
  let high = videos.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sequence = videos[middle]?.sequence ?? Number.POSITIVE_INFINITY;
    if (sequence < video.sequence) low = middle + 1;
    else high = middle;
  }
  if (videos[low] === video) videos.splice(low, 1);
}
