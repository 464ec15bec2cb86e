import { useState } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { editedAddress, shownAddress } from './address-text.ts';
import { parseAddress } from './parse-address.ts';
import styles from './toolbar.module.css';

/** Goes where a pasted address leads; an address in another source's bucket changes to that source. */
export function AddressField({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const text = useText().browser;
  const place = useApp((state) => state.place);
  const sources = useApp((state) => state.sources);
  const selectSource = useApp((state) => state.selectSource);
  const openPlace = useApp((state) => state.openPlace);
  const changeView = useApp((state) => state.changeView);
  const view = useApp((state) => state.browseView);
  const report = useReport();
  const [opened] = useState(`s3://${source.bucket}/${place?.prefix ?? ''}`);
  // The exact address; only what the field shows of it is escaped.
  const [typed, setTyped] = useState(opened);
  const [error, setError] = useState<string | null>(null);

  const go = async (): Promise<void> => {
    // Not read again: a prefix may end in anything.
    const address =
      typed === opened
        ? ({ kind: 'place', bucket: null, prefix: place?.prefix ?? '', name: '' } as const)
        : parseAddress(typed);
    if (address.kind === 'bad') return setError(text.badAddress);
    const { bucket, prefix, name } = address;
    const target =
      bucket === null || bucket === source.bucket
        ? source
        : sources?.find((candidate) => candidate.bucket === bucket);
    if (target === undefined) return setError(text.wrongBucket(displayKey(bucket ?? '')));
    onClose();
    selectSource(target.locationId);
    const failed = await openPlace({ locationId: target.locationId, prefix, scope: 'folder' });
    if (failed === null && name !== '')
      report(await changeView({ ...view, filter: { ...view.filter, text: name, mode: 'substring' } }));
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
