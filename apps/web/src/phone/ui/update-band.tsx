import { useState } from 'react';

import { useOfflineWords } from '../offline-words.ts';
import { type Taken, takeUpdate, useUpdate } from '../updates.ts';

/** 有新版本: taken when the person has a hand free, and never over something that is not kept yet. */
export function UpdateBand() {
  const t = useOfflineWords();
  const ready = useUpdate();
  const [standing, setStanding] = useState<Taken | 'ready' | 'taking'>('ready');
  if (!ready) return null;
  const take = async () => {
    setStanding('taking');
    setStanding(await takeUpdate());
  };
  return (
    <div className="update-band" role="status">
      <span>{t(`update.${standing === 'taken' ? 'taking' : standing}`)}</span>
      <button type="button" disabled={standing === 'taking'} onClick={() => void take()}>
        {t('update.take')}
      </button>
    </div>
  );
}
