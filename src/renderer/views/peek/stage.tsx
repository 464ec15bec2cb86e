import { useState } from 'react';
import type { BrowseRow } from '../../../shared/browse.ts';
import type { AppError } from '../../../shared/errors.ts';
import { mediaAddress } from '../../../shared/peek.ts';
import type { Source } from '../../../shared/session.ts';
import { lookRound } from '../../store/peek-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { errorContext } from '../frame/error-context.ts';
import { FactCard } from './fact-card.tsx';
import styles from './peek.module.css';
import { canPlay } from './play-type.ts';
import type { Looked } from './use-look.ts';
import { whyStopped } from './why-stopped.ts';

/** That a look was withheld, in the words of an error with its next step. */
const withheldError = (serviceCode: string): AppError => ({
  code: 'forbidden',
  message: 'Nothing was read.',
  detail: { source: 'app', serviceCode },
});
const withheldErrors = { off: withheldError('PREVIEWS_OFF'), spent: withheldError('PREVIEW_LIMIT') } as const;

/** The video of Quick Look; in its place what it is, or why it cannot be seen and how to go on. */
export function Stage(props: {
  readonly looked: Looked | null;
  readonly row: BrowseRow;
  readonly source: Source;
  readonly name: string;
}) {
  const { looked, row, source, name } = props;
  const text = useText().peek;
  const round = useApp(lookRound);
  const lookAnew = useApp((state) => state.lookAnew);
  const openOverlay = useApp((state) => state.openOverlay);
  const playFailure = useApp((state) => state.playFailure);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const look = looked?.look ?? null;
  const stop = stopped?.ticket === look?.ticket && stopped?.round === round ? stopped : null;
  const withheld = look?.withheld ?? null;
  const error = looked?.error ?? stop?.error ?? (withheld === null ? null : withheldErrors[withheld]);
  const facts = look?.facts ?? null;
  const plays = look !== null && error === null && stop === null && canPlay(facts);
  const codec = facts?.codec ?? null;
  const onError = async (ticket: string, player: MediaError | null): Promise<void> =>
    setStopped({ ticket, round, error: whyStopped(player, await playFailure(ticket)) });
  return (
    <>
      <div className={styles['stage']}>
        {plays ? (
          // Material on its way to be mastered has no captions yet.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video
            key={look.ticket}
            src={mediaAddress(look.ticket, 'play')}
            className={styles['player']}
            aria-label={name}
            controls
            autoPlay
            onError={({ currentTarget }) => void onError(look.ticket, currentTarget.error)}
          />
        ) : error === null ? (
          <FactCard looked={looked} row={row} isLarge />
        ) : (
          <div className={styles['notice']}>
            <ErrorNotice
              error={error}
              context={errorContext(source)}
              offersRetry={withheld === null}
              onRetry={lookAnew}
              onEditCredentials={() => openOverlay({ kind: 'credentials', locationId: source.locationId })}
            />
          </div>
        )}
      </div>
      {!plays && error === null && codec !== null && (
        <p className={styles['hint']}>{text.noPicture(codec)}</p>
      )}
    </>
  );
}

/** A video that has stopped, until it is asked for anew. */
interface Stopped {
  readonly ticket: string;
  readonly round: string;
  /** Null when the decoder refused it. */
  readonly error: AppError | null;
}
