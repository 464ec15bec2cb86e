import type { BrowseRow } from '../../../shared/browse.ts';
import type { MediaFacts } from '../../../shared/peek.ts';
import { useFormat, type Format } from '../../text/format.ts';
import { useText, type Text } from '../../text/text.ts';
import styles from './peek.module.css';

/** A video's facts in words, in the order in which operators ask for them; what is unknown is left out. */
export function factsInWords(facts: MediaFacts, text: Text['peek'], format: Format) {
  const { widthPx, heightPx, framesPerSecond, durationMs, bitDepth } = facts;
  return {
    container: facts.container,
    codec: facts.codec,
    frame: widthPx === null || heightPx === null ? null : text.frame(String(widthPx), String(heightPx)),
    rate: framesPerSecond === null ? null : text.rate(format.decimal(framesPerSecond)),
    duration: durationMs === null ? null : format.duration(durationMs),
    scan: facts.scan === null ? null : text.scans[facts.scan],
    sampling:
      [facts.chroma, bitDepth === null ? null : text.bits(String(bitDepth))].filter(Boolean).join(' · ') ||
      null,
    audio: facts.audio,
  } as const;
}

/** Everything that is known of a file: its header's facts, and what the listing says. */
export function FactList({ facts, row }: { readonly facts: MediaFacts | null; readonly row: BrowseRow }) {
  const { peek: text, common } = useText();
  const format = useFormat();
  const words = facts === null ? null : factsInWords(facts, text, format);
  const entries: readonly (readonly [string, string | null])[] = [
    ...(words === null
      ? []
      : [
          [text.facts.container, words.container] as const,
          [text.facts.codec, words.codec] as const,
          [text.facts.frame, words.frame] as const,
          [text.facts.rate, words.rate] as const,
          [text.facts.duration, words.duration] as const,
          [text.facts.scan, words.scan] as const,
          [text.facts.sampling, words.sampling] as const,
          [text.facts.audio, words.audio] as const,
        ]),
    [
      text.facts.size,
      `${format.bytes(row.sizeBytes)} (${common.unitBytes(format.exactBytes(row.sizeBytes))})`,
    ],
    [text.facts.modified, format.dateTime(row.modifiedMs)],
  ];
  return (
    <dl className={styles['facts']} data-selectable>
      {entries.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className={styles['fact']}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
