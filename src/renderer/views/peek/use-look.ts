import { useContext, useEffect, useState } from 'react';
import type { BrowseRow } from '../../../shared/browse.ts';
import type { AppError } from '../../../shared/errors.ts';
import { mediaAddress, type Look } from '../../../shared/peek.ts';
import { lookRound } from '../../store/peek-slice.ts';
import { StoreContext, useApp, type AppStore } from '../../store/store.ts';
import { createPictures } from './pictures.ts';
import { canPlay } from './play-type.ts';

/** What is known of one object, as it comes in: first the facts, then the picture. */
export interface Looked {
  readonly state: 'reading' | 'known' | 'failed';
  readonly look: Look | null;
  /** Why it failed. */
  readonly error: AppError | null;
  /** Address of the kept picture; null as long as, or because, there is none. */
  readonly picture: string | null;
}

/** Rows that only fly by are not looked into. Default 150 ms: a wheel's turn; range 0 to 1,000. */
const DWELL_MS = 150;
const drawPicture = createPictures();
const READING: Looked = { state: 'reading', look: null, error: null, picture: null };

/** Looks into a row for as long as it is on screen, and anew with every {@link lookRound}; null for what cannot be looked into. */
export function useLook(row: BrowseRow | undefined, isUrgent = false): Looked | null {
  const store = useContext(StoreContext);
  const [looked, setLooked] = useState<Answer | null>(null);
  const round = useApp(lookRound);
  const name = row === undefined || !isReadable(row) ? null : `${row.key}\n${row.etag}`;
  const { id, key } = row ?? {};
  useEffect(() => {
    if (name === null || id === undefined || key === undefined || store === null) return undefined;
    const turn = new AbortController();
    const tell = (is: Looked): void => {
      if (!turn.signal.aborted) setLooked({ of: name, round, is });
    };
    const timer = setTimeout(() => void lookAt(store, { id, key, isUrgent }, turn.signal, tell), DWELL_MS);
    return () => {
      clearTimeout(timer);
      turn.abort();
    };
  }, [store, name, id, key, isUrgent, round]);
  if (name === null) return null;
  if (looked?.of !== name) return READING;
  // Facts stay true while they are asked for again; what went wrong may not.
  return looked.round === round || looked.is.look?.facts ? looked.is : READING;
}

/** What was found, of which object, and in which round. */
interface Answer {
  readonly of: string;
  readonly round: string;
  readonly is: Looked;
}

/** What is not imported, but has a header: S3 refuses archived objects, and empty ones have none. */
const READABLE: ReadonlySet<BrowseRow['notPickable']> = new Set([null, 'key-too-long', 'over-500-gb']);

/** Whether there is anything to read. */
function isReadable({ kind, notPickable }: BrowseRow): boolean {
  return kind === 'object' && READABLE.has(notPickable);
}

async function lookAt(
  store: AppStore,
  { id, key, isUrgent }: { readonly id: number; readonly key: string; readonly isUrgent: boolean },
  signal: AbortSignal,
  tell: (looked: Looked) => void,
): Promise<void> {
  const result = await store.getState().lookInto(id, isUrgent, signal);
  if (!result.ok) return tell({ state: 'failed', look: null, error: result.error, picture: null });
  const look = result.value;
  // The listing is another one meanwhile, whose rows have other ids.
  if (look === null || look.key !== key) return;
  const picture = mediaAddress(look.ticket, 'picture');
  tell({ state: 'known', look, error: null, picture: look.hasPicture ? picture : null });
  if (look.hasPicture || look.withheld !== null || !canPlay(look.facts)) return;
  const { playFailure, keepPicture } = store.getState();
  const drawn = await drawPicture(look.ticket, signal, playFailure);
  if (drawn !== null && (await keepPicture(look.ticket, drawn)) === null)
    tell({ state: 'known', look, error: null, picture });
}
