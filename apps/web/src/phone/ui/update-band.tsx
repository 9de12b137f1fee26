import { useState } from 'react';

import { useOfflineWords } from '../offline-words.ts';
import { takeUpdate, useUpdate } from '../updates.ts';

/** 有新版本: taken when the person has a hand free, and never over something that is not kept yet. */
export function UpdateBand() {
  const t = useOfflineWords();
  const ready = useUpdate();
  const [refused, setRefused] = useState(false);
  if (!ready) return null;
  const take = async () => setRefused(!(await takeUpdate()));
  return (
    <div className="update-band" role="status">
      <span>{t(refused ? 'update.unwritten' : 'update.ready')}</span>
      <button type="button" onClick={() => void take()}>
        {t('update.take')}
      </button>
    </div>
  );
}
