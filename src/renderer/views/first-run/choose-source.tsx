import { Plus } from 'lucide-react';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { RadioGroup } from '../../components/radio-group.tsx';
import { Select } from '../../components/select.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import styles from './first-run.module.css';

/** Up to this many locations are shown all at once; more go into a list that opens. */
const MAX_SHOWN = 6;

/** Picks the location to start with. */
export function ChooseSource({
  sources,
  onCreate,
  onChosen,
  onLater,
}: {
  readonly sources: readonly Source[];
  readonly onCreate: () => void;
  readonly onChosen: (source: Source) => void;
  readonly onLater: () => void;
}) {
  const text = useText();
  const selected = useApp((state) => state.selectedLocationId);
  const selectSource = useApp((state) => state.selectSource);
  const chosen = sources.find(({ locationId }) => locationId === selected) ?? null;
  const options = sources.map(({ locationId, name, bucket, access }) => ({
    id: locationId,
    label: displayKey(name),
    description: `${displayKey(bucket)} · ${text.sources.access[access]}`,
  }));
  return (
    <>
      <p className={styles['intro']}>{text.firstRun.chooseIntro}</p>
      {options.length > MAX_SHOWN || chosen === null ? (
        <Select
          label={text.firstRun.chooseLabel}
          options={options}
          value={chosen?.locationId ?? null}
          onChange={selectSource}
        />
      ) : (
        <RadioGroup
          label={text.firstRun.chooseLabel}
          options={options}
          value={chosen.locationId}
          onChange={selectSource}
        />
      )}
      <footer className={styles['foot']}>
        <Button variant="quiet" icon={Plus} onPress={onCreate}>
          {text.firstRun.createInstead}
        </Button>
        <span className={styles['gap']} />
        <Button onPress={onLater}>{text.firstRun.later}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === null}
          onPress={() => {
            if (chosen !== null) onChosen(chosen);
          }}
        >
          {chosen?.access === 'ready' ? text.firstRun.finish : text.firstRun.next}
        </Button>
      </footer>
    </>
  );
}
