import { displayKey } from '../../text/display-key.ts';
import { Truncated } from '../../components/truncated.tsx';
import { selectedSource } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { NameDialog } from './name-dialog.tsx';
import { nameOfPlace } from './place-name.ts';
import styles from './saved.module.css';
import { useSavedPlaces } from './use-saved-places.ts';
import { filterWords, nameOfView, sortWords } from './view-words.ts';

/** Keeps the browser's place and view under a name, and shows what of them is kept. */
export function SaveSelectionDialog() {
  const text = useText();
  const format = useFormat();
  const closeOverlay = useApp((state) => state.closeOverlay);
  const changeSaved = useApp((state) => state.changeSaved);
  const source = useApp(selectedSource);
  const place = useApp((state) => state.place);
  const view = useApp((state) => state.browseView);
  const environmentId = useApp((state) => state.session?.environment.environmentId ?? null);
  const places = useSavedPlaces();
  if (source === null || place === null || environmentId === null) return null;
  const { prefix, scope } = place;
  const words = filterWords(view, text, format);
  const facts = [
    [
      text.saved.place,
      <Truncated key="place" text={displayKey(`s3://${source.bucket}/${prefix}`)} at="middle" />,
    ],
    [text.saved.listed, text.browser.scopes[scope]],
    [text.saved.filter, words.length === 0 ? text.saved.nothingHidden : words.join(' · ')],
    [text.saved.order, sortWords(view, text)],
  ] as const;
  return (
    <NameDialog
      title={text.saved.saveViewTitle}
      firstName={nameOfView(view, text, format) || nameOfPlace(prefix, source.name)}
      taken={places.filter(({ item }) => item.kind === 'selection').map(({ item }) => item.name)}
      confirmLabel={text.saved.save}
      onSave={(name) =>
        changeSaved({
          change: 'add',
          item: {
            kind: 'selection',
            name,
            environmentId,
            teamId: source.teamId,
            locationId: source.locationId,
            locationName: source.name,
            prefix,
            scope,
            view,
          },
        })
      }
      onClose={closeOverlay}
    >
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles['fact']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['hint']}>
        {text.saved.saveViewIntro} {view.filter.age !== 'any' && text.saved.ageIsCounted}
      </p>
    </NameDialog>
  );
}
