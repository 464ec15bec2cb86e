import { useApp } from '../../store/store.ts';
import { selectedSource } from '../../store/sources-slice.ts';

/** The bucket of the selected source. */
export function BrowserView() {
  const source = useApp(selectedSource);
  return <p>{source?.bucket}</p>;
}
