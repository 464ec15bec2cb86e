import { newUuid } from './new-uuid.ts';
import { notFound, PixopError } from './pixop-error.ts';

/** What every record of the platform has. */
interface Dated {
  readonly id: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
}
/** The person whose key it is. */
export interface User extends Dated {
  readonly email: string;
  readonly name: string;
}
/** A team of that person. */
export interface Team extends Dated {
  readonly name: string;
  readonly isApiEnabled: boolean;
}
/** A project of a team. */
export interface Project extends Dated {
  readonly name: string;
  readonly teamId: string;
}
/** A bucket with the keys to read it. */
export interface Location extends Dated {
  name: string;
  bucket: string;
  accessKey: string;
  secretAccessKey: string;
  readonly teamId: string;
}

/** What a location is made of. */
export interface LocationFields {
  readonly name: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretAccessKey: string;
}

/** Who there is and what they own: everything but the videos. */
export class Directory {
  readonly user: User;
  readonly apiKey: string;
  readonly teams: Team[] = [];
  readonly projects: Project[] = [];
  readonly locations: Location[] = [];
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(
    person: { readonly email: string; readonly name: string; readonly apiKey: string },
    now: () => number,
    random: () => number,
  ) {
    this.#now = now;
    this.#random = random;
    this.apiKey = person.apiKey;
    this.user = { ...this.#dated(), email: person.email, name: person.name };
  }

  addTeam(name: string, isApiEnabled = true): Team {
    return entered(this.teams, { ...this.#dated(), name, isApiEnabled });
  }

  addProject(teamId: string, name: string): Project {
    return entered(this.projects, { ...this.#dated(), name, teamId });
  }

  addLocation(teamId: string, { name, bucket, accessKey, secretAccessKey }: LocationFields): Location {
    const fields = { name, bucket, accessKey, secretAccessKey };
    return entered(this.locations, { ...this.#dated(), ...fields, teamId });
  }

  changeLocation(id: string, changes: Partial<LocationFields>): Location {
    return Object.assign(this.location(id), changes, { updatedAtMs: this.#now() });
  }

  removeLocation(id: string): void {
    this.locations.splice(this.locations.indexOf(this.location(id)), 1);
  }

  location(id: string): Location {
    const found = this.locations.find((location) => location.id === id);
    if (found === undefined) throw notFound('S3 input location');
    return found;
  }

  /** The team of an id, or the person's default team, which is the first. */
  team(id: string | null): Team {
    const found = id === null ? this.teams[0] : this.teams.find((team) => team.id === id);
    if (found === undefined) throw new PixopError(404, 'TEAM_NOT_FOUND', 'Team not found');
    if (!found.isApiEnabled)
      throw new PixopError(403, 'DEFAULT_TEAM_NOT_API_ENABLED', 'The API is not enabled for this team');
    return found;
  }

  /** A team's project of an id, or its first one. */
  project(id: string | null, team: Team): Project {
    const found = this.projects.find(
      (project) => project.teamId === team.id && (id === null || project.id === id),
    );
    if (found === undefined) throw notFound('Project');
    return found;
  }

  #dated(): Dated {
    const nowMs = this.#now();
    return { id: newUuid(this.#random), createdAtMs: nowMs, updatedAtMs: nowMs };
  }
}

function entered<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}
