import { RadioGroup } from '../../components/radio-group.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import type { CredentialsDraft, Problems } from './credentials-draft.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import styles from './form.module.css';
import { KeyFields } from './key-fields.tsx';
import { problemWords } from './problem-words.ts';

/** How this computer signs in to a bucket: a profile, the default chain, or keys of its own. */
export function CredentialsFields({
  draft,
  problems,
  profiles,
  onChange,
}: {
  readonly draft: CredentialsDraft;
  readonly problems: Problems<CredentialsDraft>;
  readonly profiles: readonly string[];
  readonly onChange: (change: Partial<CredentialsDraft>) => void;
}) {
  const text = useText().sources;
  const hasKeychain = useApp((state) => state.session?.secretStore.kind === 'keychain');
  return (
    <div className={styles['form']}>
      <RadioGroup
        label={text.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { id: 'profile', label: text.kindProfile, description: text.kindProfileHelp },
          { id: 'default-chain', label: text.kindChain, description: text.kindChainHelp },
          {
            id: 'keys',
            label: text.kindKeys,
            description: hasKeychain ? text.kindKeysHelp : text.kindKeysHelpMemory,
          },
        ]}
      />
      {draft.kind === 'profile' && (
        <Select
          label={text.profile}
          placeholder={text.profilePlaceholder}
          options={profiles.map((name) => ({ id: name, label: name }))}
          value={draft.profile}
          onChange={(profile) => onChange({ profile })}
          isDisabled={profiles.length === 0}
          error={problemWords(problems.profile, text)}
          {...(profiles.length === 0 ? { description: text.noProfiles } : {})}
        />
      )}
      {draft.kind === 'keys' && (
        <>
          <KeyFields draft={draft} problems={problems} onChange={onChange} />
          <TextField
            label={text.sessionToken}
            value={draft.sessionToken}
            onChange={(sessionToken) => onChange({ sessionToken })}
            maxLength={4_096}
            isMono
            isSecret
          />
        </>
      )}
      <EndpointFields draft={draft} problems={problems} onChange={onChange} />
    </div>
  );
}
