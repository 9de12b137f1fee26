import { useEffect } from 'react';

import { useOfflineWords } from '../offline-words.ts';
import { writeAll } from '../outbox/outbox.ts';
import { useKeeping } from '../store/keeping.ts';
import '../outbox/outbox.css';

/** ms between two tries to write what found no room. */
const often = 15_000;

/** Says while the phone has no room that what is new lives on this page alone, and what to do; it is written as soon as there is room. */
export function KeepingBand() {
  const t = useOfflineWords();
  const keeping = useKeeping();
  const short = keeping === 'full' || keeping === 'blocked';
  useEffect(() => {
    if (!short) return undefined;
    const timer = setInterval(writeAll, often);
    return () => clearInterval(timer);
  }, [short]);
  if (!short) return null;
  return (
    <div className="keeping-band" role="alert">
      <span>{t(`keeping.${keeping}`)}</span>
      <button type="button" onClick={writeAll}>
        {t('keeping.again')}
      </button>
    </div>
  );
}
