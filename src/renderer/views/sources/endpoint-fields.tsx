import { Checkbox } from '../../components/checkbox.tsx';
import { cx } from '../../components/cx.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../text/text.ts';
import type { EndpointDraft, Problems } from './credentials-draft.ts';
import styles from './form.module.css';
import { problemWords } from './problem-words.ts';

/** Where the bucket is reached, for storage other than AWS: out of the way for everybody else. */
export function EndpointFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: EndpointDraft;
  readonly problems: Problems<EndpointDraft>;
  readonly onChange: (change: Partial<EndpointDraft>) => void;
}) {
  const text = useText().sources;
  return (
    <Disclosure title={text.compatible} isOpenAtFirst={draft.endpoint !== '' || draft.pathStyle}>
      <div className={styles['form']}>
        <div className={cx(styles['pair'], styles['wideFirst'])}>
          <TextField
            label={text.endpoint}
            description={text.endpointHelp}
            error={problemWords(problems.endpoint, text)}
            value={draft.endpoint}
            onChange={(endpoint) => onChange({ endpoint })}
            maxLength={500}
            isMono
          />
          <TextField
            label={text.region}
            description={text.regionHelp}
            value={draft.region}
            onChange={(region) => onChange({ region })}
            maxLength={64}
            isMono
          />
        </div>
        <Checkbox
          label={text.pathStyle}
          description={text.pathStyleHelp}
          isSelected={draft.pathStyle}
          onChange={(pathStyle) => onChange({ pathStyle })}
        />
      </div>
    </Disclosure>
  );
}
