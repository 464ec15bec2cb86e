import { useContext, useState } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { showToast } from '../../components/toast.tsx';
import { StoreContext, useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { editedAddress, shownAddress } from './address-text.ts';
import { followAddress } from './follow-address.ts';
import { parseAddress, readingsOf, type Reading } from './parse-address.ts';
import styles from './toolbar.module.css';

/** Goes where a pasted address leads; an address in another source's bucket changes to that source. */
export function AddressField({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const text = useText().browser;
  const place = useApp((state) => state.place);
  const sources = useApp((state) => state.sources);
  const selectSource = useApp((state) => state.selectSource);
  const store = useContext(StoreContext);
  const report = useReport();
  const [opened] = useState(`s3://${source.bucket}/${place?.prefix ?? ''}`);
  // The exact address; only what the field shows of it is escaped.
  const [typed, setTyped] = useState(opened);
  const [error, setError] = useState<string | null>(null);

  const go = async (): Promise<void> => {
    // Not read again: a prefix may end in anything.
    if (typed === opened) return follow(source, [{ prefix: place?.prefix ?? '', name: '' }], false);
    const addressed = parseAddress(typed);
    const [likeliest] = addressed;
    if (likeliest === undefined) return setError(text.badAddress);
    for (const { bucket, key } of addressed) {
      const target =
        bucket === null || bucket === source.bucket
          ? source
          : sources?.find((candidate) => candidate.bucket === bucket);
      if (target !== undefined) return follow(target, readingsOf(key), true);
    }
    return setError(text.wrongBucket(displayKey(likeliest.bucket ?? '')));
  };

  const follow = async (
    { locationId }: Source,
    readings: readonly Reading[],
    isTyped: boolean,
  ): Promise<void> => {
    if (store === null) return;
    onClose();
    selectSource(locationId);
    const followed = await followAddress(store, locationId, readings);
    if (followed.kind === 'failed') report(followed.error);
    if (followed.kind !== 'nowhere' || !isTyped) return;
    const tried = readings.map(({ prefix, name }) =>
      name === ''
        ? text.triedFolder(displayKey(prefix))
        : text.triedObject(displayKey(name), displayKey(prefix)),
    );
    showToast({ tone: 'danger', title: text.nowhereTitle, description: tried.join(' ') });
  };

  return (
    <TextField
      aria-label={text.address}
      value={shownAddress(typed)}
      onChange={(value) => {
        setTyped((last) => editedAddress(last, value, opened));
        setError(null);
      }}
      isInvalid={error !== null}
      autoFocus
      className={styles['address'] ?? ''}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void go();
        if (event.key === 'Escape') onClose();
      }}
    >
      <Input
        className={styles['address-input'] ?? ''}
        dir="ltr"
        placeholder={text.addressHint}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          if (error === null) onClose();
        }}
      />
      <FieldError className={styles['problem'] ?? ''}>{error}</FieldError>
    </TextField>
  );
}
