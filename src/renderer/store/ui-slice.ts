import type { Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Source } from '../../shared/session.ts';
import type { Slice } from './store.ts';

/** Groups of the palette and of the shortcut sheet, in their order. */
export const commandSections = ['general', 'browser', 'saved', 'selection', 'queue'] as const;
/** See {@link commandSections}. */
export type CommandSection = (typeof commandSections)[number];

/** Something that the operator can do by name (palette) or by keys (shortcut). */
export interface Command {
  /** Stable; the ids of `app.command` events run the command of the same id. */
  readonly id: string;
  readonly section: CommandSection;
  readonly title: string;
  /** Keys such as `Mod+K` or `?`. */
  readonly shortcut?: string;
  /** False when the view that owns the keys listens for them itself; the default is true. */
  readonly isGlobal?: boolean;
  /** Null lists the keys on the shortcut sheet without offering them in the palette. */
  readonly run: (() => void) | null;
}

/** The window within the window that is open. */
type Overlay =
  | { readonly kind: 'settings' | 'shortcuts' | 'palette' | 'add-location' | 'add-account' | 'licences' }
  /** With a batch: opened at it. */
  | { readonly kind: 'history'; readonly batchId?: string }
  | { readonly kind: 'save-selection' }
  | { readonly kind: 'rename-saved' | 'remove-saved'; readonly savedId: string }
  | {
      readonly kind:
        'credentials' | 'test-credentials' | 'remove-credentials' | 'rename-location' | 'location-keys';
      readonly locationId: string;
    }
  /** With the source itself, which leaves the list before the last word on it is said. */
  | { readonly kind: 'remove-location'; readonly source: Source };

/** What the frame itself knows: the app, the open overlay, and the commands of the mounted views. */
export interface UiSlice {
  readonly appInfo: Output<'app.info'> | null;
  /** Why the first answers did not come; the window then says so and offers to try again. */
  readonly startError: AppError | null;
  readonly overlay: Overlay | null;
  readonly commands: readonly Command[];
  readonly loadAppInfo: () => Promise<AppError | null>;
  readonly openOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
  /** Adds commands; answers the function that takes them away. Views use the hook `useCommands`. */
  readonly addCommands: (commands: readonly Command[]) => () => void;
  /** Runs a command by its id; false when no mounted view offers it. */
  readonly runCommand: (id: string) => boolean;
  readonly licences: () => Promise<Result<Output<'app.licences'>>>;
  /** Writes the diagnostics bundle to a file that main asks for. */
  readonly saveDiagnostics: () => Promise<Result<Output<'app.saveDiagnostics'>>>;
  /** Opens a page of Pixop in the system's browser. */
  readonly openPage: (page: Input<'app.open'>) => Promise<AppError | null>;
}

/** See {@link UiSlice}. */
export const createUiSlice: Slice<UiSlice> = (client) => (set, get) => ({
  appInfo: null,
  startError: null,
  overlay: null,
  commands: [],
  async loadAppInfo() {
    const result = await client.request('app.info', null);
    if (result.ok) set({ appInfo: result.value });
    return result.ok ? null : result.error;
  },
  // Quick Look listens to the arrows and to Space wherever the focus is: no field could be filled in above it.
  openOverlay: (overlay) => set({ overlay, isLooking: false }),
  closeOverlay: () => set({ overlay: null }),
  addCommands(added) {
    set({ commands: [...get().commands, ...added] });
    return () => set({ commands: get().commands.filter((command) => !added.includes(command)) });
  },
  runCommand(id) {
    const command = get().commands.find((candidate) => candidate.id === id);
    if (command === undefined || command.run === null) return false;
    command.run();
    return true;
  },
  licences: () => client.request('app.licences', null),
  saveDiagnostics: () => client.request('app.saveDiagnostics', null),
  async openPage(page) {
    const result = await client.request('app.open', page);
    return result.ok ? null : result.error;
  },
});
