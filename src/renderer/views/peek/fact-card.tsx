import { CircleAlert, CircleSlash, FileQuestion, Film } from 'lucide-react';
import type { BrowseRow } from '../../../shared/browse.ts';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { factsInWords } from './fact-list.tsx';
import styles from './peek.module.css';
import type { Looked } from './use-look.ts';

/** In the picture's place: what the header says, or why it says nothing. */
export function FactCard({
  looked,
  row,
  isLarge = false,
}: {
  readonly looked: Looked | null;
  readonly row: BrowseRow;
  /** Whether there is room to say that the header is being read. */
  readonly isLarge?: boolean;
}) {
  const texts = useText();
  const { peek: text, browser } = texts;
  const format = useFormat();
  const facts = looked?.look?.facts ?? null;
  if (facts !== null) {
    const words = factsInWords(facts, text, format);
    return (
      <div className={styles['card']}>
        <Film size={18} strokeWidth={1.6} aria-hidden className={styles['glyph']} />
        <strong className={styles['codec']}>{words.codec ?? words.container}</strong>
        <span>{[words.container, words.frame].filter(Boolean).join(' · ')}</span>
        <span>{[words.rate, words.duration].filter(Boolean).join(' · ')}</span>
      </div>
    );
  }
  if (looked?.state === 'reading')
    return (
      <div className={styles['card']}>
        <Film size={18} strokeWidth={1.6} aria-hidden className={styles['faint']} />
        {isLarge ? text.reading : <span className="visually-hidden">{text.reading}</span>}
      </div>
    );
  const withheld = looked?.look?.withheld ?? null;
  const error = looked?.error ?? null;
  const reason =
    row.notPickable !== null
      ? browser.notPickable[row.notPickable]
      : error !== null
        ? describeError(error, texts, format).title
        : withheld === null
          ? text.noVideo
          : text[withheld];
  const Icon =
    withheld !== null || row.notPickable !== null ? CircleSlash : error === null ? FileQuestion : CircleAlert;
  return (
    <div className={styles['card']}>
      <Icon size={18} strokeWidth={1.6} aria-hidden className={styles['glyph']} />
      <span>{reason}</span>
    </div>
  );
}
