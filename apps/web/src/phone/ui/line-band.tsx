import { useLine } from '../line.ts';
import { useOfflineWords } from '../offline-words.ts';
import '../outbox/outbox.css';

/** Says while there is no network that one may go on all the same. */
export function LineBand() {
  const t = useOfflineWords();
  const up = useLine();
  return (
    <div role="status" aria-live="polite">
      {!up && <p className="line-band">{t('here.line')}</p>}
    </div>
  );
}
