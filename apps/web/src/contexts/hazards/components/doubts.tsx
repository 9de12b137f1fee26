import { useTranslation } from 'react-i18next';

import type { HazardDetail } from '../queries.ts';
import './record.css';

/** 存疑: what a reviewer should look at. Nothing follows from it by itself. */
export function Doubts({ hazard: { doubts } }: { readonly hazard: Pick<HazardDetail, 'doubts'> }) {
  const { t } = useTranslation('hazards');
  if (doubts.length === 0) return null;
  return (
    <div className="doubts">
      <p>{t('desk.doubts')}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{t(`suspicions.${doubt}`)}</li>
        ))}
      </ul>
    </div>
  );
}
