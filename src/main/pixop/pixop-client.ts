import type { z } from 'zod';
import type { Account, Project, Team } from '../../shared/session.ts';
import type { PixopPort, VideosQuery } from '../imports/ports.ts';
import { readEveryPage } from './every-page.ts';
import { callPixop, readPixop, type PixopConnection } from './pixop-call.ts';
import { submitImport } from './submit-import.ts';
import { parseJson, malformed } from './to-app-error.ts';
import { toListedVideo, toVideoInState } from './video-state.ts';
import {
  accountWire,
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
export interface NewInputLocation {
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

/** Makes the client of one environment. */
export function createPixopClient(connection: PixopConnection): PixopClient {
  const videoPath = (videoId: string): string => `/v1/videos/${encodeURIComponent(videoId)}/in`;
  const account = async (signal: AbortSignal): Promise<Account> => {
    const { user, defaultTeam } = await readPixop(
      connection,
      { method: 'GET', path: '/v1/account' },
      accountWire,
      signal,
    );
    return { email: user.email, name: user.name, defaultTeam: toTeam(defaultTeam) };
  };
  return {
    account,
    checkAccount: async (signal) => void (await account(signal)),
    teams: async (signal) => (await readEveryPage(connection, '/v1/teams', {}, teamWire, signal)).map(toTeam),
    projects: async (teamId, signal) =>
      (await readEveryPage(connection, '/v1/projects', { teamId }, projectWire, signal)).map(toProject),
    createProject: async (teamId, name, signal) =>
      toProject(
        await readPixop(
          connection,
          { method: 'POST', path: '/v1/projects', query: { selectTeamId: teamId }, body: { name } },
          projectWire,
          signal,
        ),
      ),
    inputLocations: async (teamId, signal) =>
      (await readEveryPage(connection, '/v1/input-locations/s3', { teamId }, locationWire, signal)).map(
        toLocation,
      ),
    createInputLocation: async (teamId, location, signal) =>
      toLocation(
        await readPixop(
          connection,
          { method: 'POST', path: '/v1/input-locations/s3', query: { selectTeamId: teamId }, body: location },
          locationWire,
          signal,
        ),
      ),
    submitImport: (request, signal) => submitImport(connection, request, signal),
    async listVideos(query, signal) {
      const path = '/v1/videos';
      const page = await readPixop(
        connection,
        { method: 'GET', path, query: videosQuery(query) },
        pageOf(videoWire),
        signal,
      );
      const totalElements = page.totalElements ?? null;
      const seen = query.pageNumber * query.pageSize + page.items.length;
      return {
        items: page.items.map(toListedVideo),
        totalElements,
        isLast:
          totalElements === null
            ? page.items.length < query.pageSize
            : seen >= totalElements || page.items.length === 0,
      };
    },
    async videoInState(videoId, signal) {
      const path = `${videoPath(videoId)}/status`;
      const answer = await callPixop(connection, { method: 'GET', path }, signal);
      if (answer.status === 204) return null;
      const parsed = videoInStatusWire.safeParse(parseJson(answer.text));
      if (!parsed.success) throw malformed(`GET ${path}`);
      return toVideoInState(parsed.data.videoId, parsed.data);
    },
    async restart(videoId, skipChecksumValidation, signal) {
      const query = skipChecksumValidation ? { skipChecksumValidation } : {};
      await callPixop(connection, { method: 'POST', path: `${videoPath(videoId)}/restart`, query }, signal);
    },
    async abandon(videoId, signal) {
      await callPixop(connection, { method: 'DELETE', path: `${videoPath(videoId)}/abandon` }, signal);
    },
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
