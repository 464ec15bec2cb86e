import { useFormat } from '../../text/format.ts';
import { useApp } from '../../store/store.ts';

/** The imports and their states. */
export function QueueView() {
  const format = useFormat();
  const unsent = useApp((state) => state.queueSummary?.unsent ?? 0);
  return <p>{format.count(unsent)}</p>;
}
