import type { z } from 'zod';
import type { PageOf } from '../core/video-index.ts';
import type { PixopWorld } from '../core/world.ts';
import { bodies, queries, readBody, readId, readQuery } from './read-input.ts';
import {
  accountBody,
  locationBody,
  pageBody,
  projectBody,
  teamBody,
  videoBody,
  videoInStatusBody,
} from './render.ts';

/** A request once its path has been understood. */
export interface RoutedRequest {
  /** The variable part of the path, or empty. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** What is answered: null is no body. */
export interface RouteAnswer {
  readonly status: number;
  readonly body: object | null;
}

/** One operation of the contract. */
type Route = (world: PixopWorld, request: RoutedRequest) => RouteAnswer;

const ok = (body: object): RouteAnswer => ({ status: 200, body });
const created = (body: object): RouteAnswer => ({ status: 201, body });
const noContent: RouteAnswer = { status: 204, body: null };

/** Every operation but the import, by `METHOD path` with `*` for the id. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /v1/account': ({ directory }) => ok(accountBody(directory.user, directory.team(null))),
  'GET /v1/teams': ({ directory }, { query }) =>
    ok(pageBody(pageOf(directory.teams, readQuery(queries.list, query)), teamBody)),
  'GET /v1/projects': ({ directory }, { query }) =>
    ok(pageBody(pageOfTeam(directory.projects, readQuery(queries.list, query)), projectBody)),
  'POST /v1/projects': ({ directory }, { query, body }) => {
    const { selectTeamId } = readQuery(queries.selectTeam, query);
    const { name } = readBody(bodies.project, body);
    return created(projectBody(directory.addProject(directory.team(selectTeamId ?? null).id, name)));
  },
  'GET /v1/input-locations/s3': ({ directory }, { query }) =>
    ok(pageBody(pageOfTeam(directory.locations, readQuery(queries.list, query)), locationBody)),
  'POST /v1/input-locations/s3': ({ directory }, { query, body }) => {
    const { selectTeamId } = readQuery(queries.selectTeam, query);
    const fields = readBody(bodies.location, body);
    return created(locationBody(directory.addLocation(directory.team(selectTeamId ?? null).id, fields)));
  },
  'GET /v1/input-locations/s3/*': ({ directory }, { id }) =>
    ok(locationBody(directory.location(readId('id', id)))),
  'PATCH /v1/input-locations/s3/*': ({ directory }, { id, body }) => {
    const changes = withoutUndefined(readBody(bodies.locationChanges, body));
    return ok(locationBody(directory.changeLocation(readId('id', id), changes)));
  },
  'DELETE /v1/input-locations/s3/*': ({ directory }, { id }) => {
    directory.removeLocation(readId('id', id));
    return noContent;
  },
  'GET /v1/videos': (world, { query }) => {
    const { teamId, projectId, masterVideoId, clipId, ...asked } = readQuery(queries.videos, query);
    const page = world.listVideos({
      ...asked,
      teamId: teamId ?? null,
      projectId: projectId ?? null,
      masterVideoId: masterVideoId ?? null,
      clipId: clipId ?? null,
    });
    return ok(pageBody(page, videoBody));
  },
  'GET /v1/videos/*': (world, { id }) => ok(videoBody(world.video(readId('videoId', id)))),
  'PATCH /v1/videos/*': (world, { id, body }) => {
    const changes = withoutUndefined(readBody(bodies.videoChanges, body));
    return ok(videoBody(world.patchVideo(readId('videoId', id), changes)));
  },
  'GET /v1/videos/*/in/status': (world, { id }) => {
    const video = world.video(readId('videoId', id));
    return video.upload === null ? noContent : ok(videoInStatusBody(video));
  },
  'POST /v1/videos/*/in/restart': (world, { id, query }) => {
    const { skipChecksumValidation } = readQuery(queries.restart, query);
    const video = world.restart(readId('videoId', id), skipChecksumValidation);
    return { status: 202, body: videoInStatusBody(video) };
  },
  'DELETE /v1/videos/*/in/abandon': (world, { id }) => {
    world.abandon(readId('videoId', id));
    return noContent;
  },
};

type ListQuery = z.output<typeof queries.list>;

/** A page of records that are few and kept in order of creation. */
function pageOf<Item extends { readonly updatedAtMs: number }>(
  items: readonly Item[],
  query: ListQuery,
): PageOf<Item> {
  const { pageNumber, pageSize, sortBy, sortDirection } = query;
  const sorted =
    sortBy === 'createdAt' ? [...items] : items.toSorted((a, b) => a.updatedAtMs - b.updatedAtMs);
  if (sortDirection === 'DESC') sorted.reverse();
  const start = pageNumber * pageSize;
  return { items: sorted.slice(start, start + pageSize), pageNumber, pageSize, totalElements: items.length };
}

const pageOfTeam = <Item extends { readonly updatedAtMs: number; readonly teamId: string }>(
  items: readonly Item[],
  query: ListQuery,
): PageOf<Item> =>
  pageOf(
    items.filter(({ teamId }) => query.teamId === undefined || teamId === query.teamId),
    query,
  );

/** Leaves the fields that a request did not name out, so that they stay what they were. */
function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the names that Object.entries was given.
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}
