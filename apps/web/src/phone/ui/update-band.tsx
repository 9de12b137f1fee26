import { useOfflineWords } from '../offline-words.ts';
import { takeUpdate, useUpdate } from '../updates.ts';

/** 有新版本: taken when the person has a hand free. */
export function UpdateBand() {
  const t = useOfflineWords();
  if (!useUpdate()) return null;
  return (
    <div className="update-band" role="status">
      <span>{t('update.ready')}</span>
      <button type="button" onClick={() => void takeUpdate()}>
        {t('update.take')}
      </button>
    </div>
  );
}
