import { demoUsers } from '../s3/seed.ts';
import { startPixopServer, type PixopServer, type PixopServerOptions } from './server.ts';
import type { PixopWorld } from './core/world.ts';

/** The post house's account; the made-up key opens nothing but the simulator. */
export const demoPerson = {
  email: 'ingrid@nordlys.example',
  name: 'Ingrid Nordlys',
  apiKey: 'demo-pixop-key-opens-only-the-simulator-000',
} as const;

/** A broadcaster for whom the post house imports under an account of its own. */
export const secondPerson = {
  email: 'bo@kanal-nord.example',
  name: 'Bo Lund',
  apiKey: 'second-pixop-key-opens-only-the-simulator-0',
} as const;

/** Enters one team with one location on the demo bucket. */
export function seedSecond({ directory }: PixopWorld): void {
  const team = directory.addTeam('Kanal Nord');
  directory.addProject(team.id, 'Default Project');
  const { accessKeyId: accessKey, secretAccessKey } = demoUsers.operator;
  directory.addLocation(team.id, {
    name: 'Kanal Nord deliveries',
    bucket: 'nordlys-media',
    accessKey,
    secretAccessKey,
  });
}

/** Enters two teams, their projects and one input location on the demo bucket. */
export function seedDemo({ directory }: PixopWorld): void {
  const nordlys = directory.addTeam('Nordlys Post');
  const archive = directory.addTeam('Nordlys Archive');
  directory.addProject(nordlys.id, 'Default Project');
  directory.addProject(nordlys.id, 'Nordlys season 1');
  directory.addProject(nordlys.id, 'Isen');
  directory.addProject(archive.id, 'Default Project');
  const { accessKeyId: accessKey, secretAccessKey } = demoUsers.operator;
  directory.addLocation(nordlys.id, {
    name: 'Nordlys media',
    bucket: 'nordlys-media',
    accessKey,
    secretAccessKey,
  });
}

/** Starts the platform of the demonstration over an S3 that holds the demo bucket; its key is `demoPerson.apiKey`. */
export const demoPixop = (
  options: Pick<PixopServerOptions, 's3Url' | 'settings' | 'port' | 'controlToken' | 'random'>,
): Promise<PixopServer> => startPixopServer({ ...options, person: demoPerson, seed: seedDemo });
