import { Checkbox } from '../../components/checkbox.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import type { Problems } from './credentials-draft.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import styles from './form.module.css';
import { KeyFields } from './key-fields.tsx';
import { MAX_NAME, type LocationDraft } from './location-draft.ts';
import { problemWords } from './problem-words.ts';

/** What Pixop needs to fetch from a bucket, and whether this app may use the same keys. */
export function LocationFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: LocationDraft;
  readonly problems: Problems<LocationDraft>;
  readonly onChange: (change: Partial<LocationDraft>) => void;
}) {
  const text = useText().sources;
  const hasKeychain = useApp((state) => state.session?.secretStore.kind === 'keychain');
  return (
    <div className={styles['form']}>
      <div className={styles['pair']}>
        <TextField
          label={text.name}
          description={text.nameHelp}
          error={problemWords(problems.name, text)}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={MAX_NAME}
          autoFocus
        />
        <TextField
          label={text.bucket}
          error={problemWords(problems.bucket, text)}
          value={draft.bucket}
          onChange={(bucket) => onChange({ bucket })}
          maxLength={63}
          autoComplete="off"
          spellCheck="false"
          isMono
        />
      </div>
      <KeyFields draft={draft} problems={problems} onChange={onChange} />
      <Checkbox
        label={text.sameKeys}
        description={hasKeychain ? text.sameKeysHelp : text.sameKeysHelpMemory}
        isSelected={draft.browseWithSameKeys}
        onChange={(browseWithSameKeys) => onChange({ browseWithSameKeys })}
      />
      {draft.browseWithSameKeys && <EndpointFields draft={draft} problems={problems} onChange={onChange} />}
    </div>
  );
}
