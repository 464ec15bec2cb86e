import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../text/text.ts';
import type { Problems } from './credentials-draft.ts';
import { problemWords } from './problem-words.ts';

/** A pair of access keys as it is typed. */
interface KeyDraft {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The two fields of an access key. */
export function KeyFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: KeyDraft;
  readonly problems: Problems<KeyDraft>;
  readonly onChange: (change: Partial<KeyDraft>) => void;
}) {
  const text = useText().sources;
  return (
    <>
      <TextField
        label={text.accessKeyId}
        error={problemWords(problems.accessKeyId, text)}
        value={draft.accessKeyId}
        onChange={(accessKeyId) => onChange({ accessKeyId })}
        maxLength={128}
        autoComplete="off"
        spellCheck="false"
        isMono
      />
      <TextField
        label={text.secretAccessKey}
        error={problemWords(problems.secretAccessKey, text)}
        value={draft.secretAccessKey}
        onChange={(secretAccessKey) => onChange({ secretAccessKey })}
        maxLength={256}
        isMono
        isSecret
      />
    </>
  );
}
