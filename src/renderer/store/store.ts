import { createContext, useContext } from 'react';
import { createStore, useStore, type StateCreator, type StoreApi } from 'zustand';
import type { Client } from '../client.ts';
import { createBrowserSlice, type BrowserSlice } from './browser-slice.ts';
import { createCursorSlice, type CursorSlice } from './cursor-slice.ts';
import { createDraftSlice, type DraftSlice } from './draft-slice.ts';
import { createHistorySlice, type HistorySlice } from './history-slice.ts';
import { createManifestSlice, type ManifestSlice } from './manifest-slice.ts';
import { createPeekSlice, type PeekSlice } from './peek-slice.ts';
import { createQueueListSlice, type QueueListSlice } from './queue-list-slice.ts';
import { createQueueSlice, type QueueSlice } from './queue-slice.ts';
import { createSavedSlice, type SavedSlice } from './saved-slice.ts';
import { createSessionSlice, type SessionSlice } from './session-slice.ts';
import { createSettingsSlice, type SettingsSlice } from './settings-slice.ts';
import { createSourcesSlice, type SourcesSlice } from './sources-slice.ts';
import { createUpdatesSlice, type UpdatesSlice } from './updates-slice.ts';
import { createUiSlice, type UiSlice } from './ui-slice.ts';

/** The one store of the renderer, composed of slices; each slice has one file and one reason to change. */
export type AppState = SessionSlice &
  SettingsSlice &
  SourcesSlice &
  SavedSlice &
  UiSlice &
  QueueSlice &
  QueueListSlice &
  BrowserSlice &
  CursorSlice &
  DraftSlice &
  PeekSlice &
  ManifestSlice &
  HistorySlice &
  UpdatesSlice;
/** See {@link AppState}. */
export type AppStore = StoreApi<AppState>;
/** How a slice is written: it sees the whole state, and calls the main process only through the client. */
export type Slice<S> = (client: Client) => StateCreator<AppState, [], [], S>;

/** Makes the store; `client` is injected, so that tests need no Electron. */
export function createAppStore(client: Client): AppStore {
  return createStore<AppState>()((...api) => ({
    ...createSessionSlice(client)(...api),
    ...createSettingsSlice(client)(...api),
    ...createSourcesSlice(client)(...api),
    ...createSavedSlice(client)(...api),
    ...createUiSlice(client)(...api),
    ...createQueueSlice(client)(...api),
    ...createQueueListSlice(client)(...api),
    ...createBrowserSlice(client)(...api),
    ...createCursorSlice(client)(...api),
    ...createDraftSlice(client)(...api),
    ...createPeekSlice(client)(...api),
    ...createManifestSlice(client)(...api),
    ...createHistorySlice(client)(...api),
    ...createUpdatesSlice(client)(...api),
  }));
}

/** Carries the store to the screens. */
export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for what is read when something happens and not when it changes. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('The store is used outside StoreContext');
  return store;
}

/** Reads a part of the state; the component renders again only when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}
