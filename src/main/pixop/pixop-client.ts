import type { z } from 'zod';
import type { Account, Project, Team } from '../../shared/session.ts';
import type { ListedVideo, PixopPort, VideosQuery } from '../imports/ports.ts';
import { readEveryPage } from './every-page.ts';
import { callPixop, readPixop, tellPixop, type PixopConnection } from './pixop-call.ts';
import { submitImport } from './submit-import.ts';
import { malformed } from './to-app-error.ts';
import { toListedVideo, toVideoInState } from './video-state.ts';
import {
  accountWire,
  isLastPage,
  locationWire,
  pageOf,
  projectWire,
  teamWire,
  videoInStatusWire,
  videoWire,
} from './wire.ts';

/** An S3 input location as Pixop lists it: a name and a bucket. Its keys are never read back. */
export interface InputLocation {
  readonly locationId: string;
  readonly name: string;
  readonly bucket: string;
}

/** What Pixop needs to read a bucket itself. */
interface NewInputLocation {
  readonly name: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretAccessKey: string;
}

/** Every call of the Pixop API that this app makes; all but `submitImport` reject with `AppFailure`. */
export interface PixopClient extends PixopPort {
  readonly account: (signal: AbortSignal) => Promise<Account>;
  readonly teams: (signal: AbortSignal) => Promise<Team[]>;
  readonly projects: (teamId: string, signal: AbortSignal) => Promise<Project[]>;
  readonly createProject: (teamId: string, name: string, signal: AbortSignal) => Promise<Project>;
  readonly inputLocations: (teamId: string, signal: AbortSignal) => Promise<InputLocation[]>;
  readonly createInputLocation: (
    teamId: string,
    location: NewInputLocation,
    signal: AbortSignal,
  ) => Promise<InputLocation>;
  readonly renameInputLocation: (
    locationId: string,
    name: string,
    signal: AbortSignal,
  ) => Promise<InputLocation>;
  /** Replaces the keys with which Pixop itself reads the bucket. */
  readonly replaceLocationKeys: (
    locationId: string,
    keys: Pick<NewInputLocation, 'accessKey' | 'secretAccessKey'>,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly deleteInputLocation: (locationId: string, signal: AbortSignal) => Promise<void>;
  readonly video: (videoId: string, signal: AbortSignal) => Promise<ListedVideo>;
  /** Replaces a video's description, such as to take an import reference out again. */
  readonly patchDescription: (videoId: string, description: string, signal: AbortSignal) => Promise<void>;
}

const toTeam = ({ id, name, apiEnabled }: z.output<typeof teamWire>): Team => ({
  teamId: id,
  name,
  apiEnabled,
});
const toProject = ({ id, name, teamId }: z.output<typeof projectWire>): Project => ({
  projectId: id,
  teamId,
  name,
});
const toLocation = ({ id, name, bucket }: z.output<typeof locationWire>): InputLocation => ({
  locationId: id,
  name,
  bucket,
});

const LOCATIONS = '/v1/input-locations/s3';
const locationPath = (locationId: string): string => `${LOCATIONS}/${encodeURIComponent(locationId)}`;
const videoPath = (videoId: string): string => `/v1/videos/${encodeURIComponent(videoId)}`;

/** Makes the client of one environment. */
export function createPixopClient(connection: PixopConnection): PixopClient {
  const account = async (signal: AbortSignal): Promise<Account> => {
    const call = { method: 'GET', path: '/v1/account' } as const;
    const { user, defaultTeam } = await readPixop(connection, call, accountWire, signal);
    return { accountId: user.id, email: user.email, name: user.name, defaultTeam: toTeam(defaultTeam) };
  };
  return {
    account,
    checkAccount: async (signal) => void (await account(signal)),
    teams: async (signal) => (await readEveryPage(connection, '/v1/teams', {}, teamWire, signal)).map(toTeam),
    projects: async (teamId, signal) =>
      (await readEveryPage(connection, '/v1/projects', { teamId }, projectWire, signal)).map(toProject),
    async createProject(teamId, name, signal) {
      const query = { selectTeamId: teamId };
      const call = { method: 'POST', path: '/v1/projects', query, body: { name } } as const;
      return toProject(await readPixop(connection, call, projectWire, signal));
    },
    inputLocations: async (teamId, signal) =>
      (await readEveryPage(connection, LOCATIONS, { teamId }, locationWire, signal)).map(toLocation),
    async createInputLocation(teamId, location, signal) {
      const query = { selectTeamId: teamId };
      const secrets = [location.secretAccessKey, location.accessKey];
      const call = { method: 'POST', path: LOCATIONS, query, body: location, secrets } as const;
      return toLocation(await readPixop(connection, call, locationWire, signal));
    },
    async renameInputLocation(locationId, name, signal) {
      const call = { method: 'PATCH', path: locationPath(locationId), body: { name } } as const;
      return toLocation(await readPixop(connection, call, locationWire, signal));
    },
    async replaceLocationKeys(locationId, { accessKey, secretAccessKey }, signal) {
      const secrets = [secretAccessKey, accessKey];
      const body = { accessKey, secretAccessKey };
      const call = { method: 'PATCH', path: locationPath(locationId), body, secrets } as const;
      await readPixop(connection, call, locationWire, signal);
    },
    deleteInputLocation: (locationId, signal) =>
      tellPixop(connection, { method: 'DELETE', path: locationPath(locationId) }, signal),
    submitImport: (request, signal) => submitImport(connection, request, signal),
    async listVideos(query, signal) {
      const call = { method: 'GET', path: '/v1/videos', query: videosQuery(query) } as const;
      const page = await readPixop(connection, call, pageOf(videoWire), signal);
      return {
        items: page.items.map(toListedVideo),
        totalElements: page.totalElements ?? null,
        isLast: isLastPage(page, query),
      };
    },
    async video(videoId, signal) {
      const call = { method: 'GET', path: videoPath(videoId) } as const;
      return toListedVideo(await readPixop(connection, call, videoWire, signal));
    },
    async patchDescription(videoId, description, signal) {
      const call = { method: 'PATCH', path: videoPath(videoId), body: { description } } as const;
      await readPixop(connection, call, videoWire, signal);
    },
    async videoInState(videoId, signal) {
      const path = `${videoPath(videoId)}/in/status`;
      const { status, body } = await callPixop(connection, { method: 'GET', path }, signal);
      if (status === 204) return null;
      const parsed = videoInStatusWire.safeParse(body);
      if (!parsed.success || parsed.data.videoId !== videoId) throw malformed(`GET ${path}`);
      return toVideoInState(videoId, parsed.data);
    },
    async restart(videoId, skipChecksumValidation, signal) {
      const query = skipChecksumValidation ? { skipChecksumValidation } : {};
      const call = { method: 'POST', path: `${videoPath(videoId)}/in/restart`, query } as const;
      const { videoId: restarted } = await readPixop(connection, call, videoInStatusWire, signal);
      if (restarted !== videoId) throw malformed(`POST ${call.path}`);
    },
    abandon: (videoId, signal) =>
      tellPixop(connection, { method: 'DELETE', path: `${videoPath(videoId)}/in/abandon` }, signal),
  };
}

/** Clips are other videos, which nobody imported. */
const videosQuery = (query: VideosQuery) => ({
  pageNumber: query.pageNumber,
  pageSize: query.pageSize,
  sortBy: query.sortBy,
  sortDirection: query.sortDirection,
  teamId: query.teamId,
  projectId: query.projectId,
  clipMode: 'EXCLUDE',
});
