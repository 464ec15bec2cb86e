import type { PixopClient } from '../../src/main/pixop/pixop-client.ts';

/** The ids that calls speak of. */
export interface CallTargets {
  readonly teamId: string;
  readonly locationId: string;
  readonly videoId: string;
}

type Calls = {
  readonly [Name in keyof PixopClient]: (
    client: PixopClient,
    targets: CallTargets,
    signal: AbortSignal,
  ) => Promise<unknown>;
};

const page = { pageNumber: 0, pageSize: 100, sortBy: 'updatedAt', sortDirection: 'DESC' } as const;

/** Every call that the client can make, each with all that it can say; a new method does not compile until it is here. */
export const clientCalls: Calls = {
  account: (client, _targets, signal) => client.account(signal),
  checkAccount: (client, _targets, signal) => client.checkAccount(signal),
  teams: (client, _targets, signal) => client.teams(signal),
  projects: (client, { teamId }, signal) => client.projects(teamId, signal),
  createProject: (client, { teamId }, signal) => client.createProject(teamId, 'Vår sesong 🎬', signal),
  inputLocations: (client, { teamId }, signal) => client.inputLocations(teamId, signal),
  createInputLocation: (client, { teamId }, signal) =>
    client.createInputLocation(
      teamId,
      { name: 'New', bucket: 'nordlys-media', accessKey: 'AKIANEW', secretAccessKey: 'new/secret+key=' },
      signal,
    ),
  renameInputLocation: (client, { locationId }, signal) =>
    client.renameInputLocation(locationId, 'Renamed', signal),
  replaceLocationKeys: (client, { locationId }, signal) =>
    client.replaceLocationKeys(
      locationId,
      { accessKey: 'AKIANEW', secretAccessKey: 'new/secret+key=' },
      signal,
    ),
  listVideos: (client, { teamId }, signal) => client.listVideos({ ...page, teamId, projectId: null }, signal),
  video: (client, { videoId }, signal) => client.video(videoId, signal),
  patchDescription: (client, { videoId }, signal) => client.patchDescription(videoId, '', signal),
  videoInState: (client, { videoId }, signal) => client.videoInState(videoId, signal),
  submitImport: (client, { teamId, locationId }, signal) =>
    client.submitImport(
      {
        inputLocationId: locationId,
        teamId,
        fullIngestion: true,
        body: {
          name: 'Dag 1 – «Isen» 🎬',
          objectKey: "rushes/Day 1/it's (1)+ä.mov",
          description: 'From the rushes [import ref px1-AAAAAAAAAA-BBBBBBBB]',
          fileName: 'Day_1.mov',
        },
      },
      signal,
    ),
  restart: (client, { videoId }, signal) => client.restart(videoId, true, signal),
  abandon: (client, { videoId }, signal) => client.abandon(videoId, signal),
  deleteInputLocation: (client, { locationId }, signal) => client.deleteInputLocation(locationId, signal),
};
