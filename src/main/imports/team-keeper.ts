import { toAppError } from '../../shared/errors.ts';
import type { Log } from '../platform/log.ts';
import type { TeamImports } from './team-imports.ts';

/** Where what is known of other workstations' imports outlives the app. It can be read from Pixop anew at any time. */
export interface TeamFile {
  readonly load: () => Promise<unknown>;
  readonly save: (value: unknown) => Promise<void>;
}

/** What the keeper tells, and to whom. */
export interface TeamKeeperPorts {
  /** Without it, everything is read anew at each start. */
  readonly file?: TeamFile | undefined;
  readonly log: Log;
  /** Something new is known. */
  readonly onNews: () => void;
}

/** Keeps what surveys have learnt, and tells when it is more than before. */
export class TeamKeeper {
  readonly #team: TeamImports;
  readonly #ports: TeamKeeperPorts;
  #toldRevision = 0;
  #keptRevision = 0;
  #surveys = 0;
  #keeping: Promise<void> = Promise.resolve();

  constructor(team: TeamImports, ports: TeamKeeperPorts) {
    this.#team = team;
    this.#ports = ports;
  }

  /** Takes up what an earlier run has kept; a file that cannot be read costs a reading of the list, and nothing else. */
  async restore(): Promise<void> {
    const { file, log } = this.#ports;
    if (file === undefined) return;
    const kept = await file.load().catch((thrown: unknown) => {
      const { message } = toAppError(thrown);
      log.warn('What other workstations imported could not be read; Pixop is asked anew', { message });
      return undefined;
    });
    this.#team.restore(kept);
    this.#toldRevision = this.#team.revision;
    this.#keptRevision = this.#team.revision;
  }

  /** To be called after every step of the engine: it costs nothing when nothing is new. */
  stepped(): void {
    const { revision, surveys } = this.#team;
    if (revision !== this.#toldRevision) {
      this.#toldRevision = revision;
      this.#ports.onNews();
    }
    if (surveys === this.#surveys) return;
    this.#surveys = surveys;
    if (revision === this.#keptRevision) return;
    this.#keptRevision = revision;
    this.#keep();
  }

  /** Resolves when nothing is being written any more. */
  settled(): Promise<void> {
    return this.#keeping;
  }

  #keep(): void {
    const { file, log } = this.#ports;
    if (file === undefined) return;
    const record = this.#team.record();
    this.#keeping = this.#keeping
      .then(() => file.save(record))
      .catch((thrown: unknown) => {
        const { message } = toAppError(thrown);
        log.warn('What other workstations imported could not be kept; it is read again at the next start', {
          message,
        });
      });
  }
}
