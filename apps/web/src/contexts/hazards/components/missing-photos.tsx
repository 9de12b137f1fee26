import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { ActDrawer } from '../acts/act-drawer.tsx';
import { givingUp, isGivenUpHere, type MissingPhoto, missingOf } from '../missing-photo.ts';
import type { HazardDetail } from '../queries.ts';
import { lackWords, missingWords } from './missing-words.ts';

/** Every photo that was announced and is not there, with whom it is missed of; where acceptance waits for it, it can be given up. */
export function MissingPhotos({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const [lost, setLost] = useState<MissingPhoto | null>(null);
  const missing = missingOf(hazard);
  const lack = lackWords(hazard, t);
  if (missing.length === 0 && lack === null) return null;
  return (
    <>
      <ul className="missing-photos" aria-label={t('desk.lost.missing')}>
        {lack !== null && <li>{lack}</li>}
        {missing.map((photo) => (
          <li key={`${photo.kind} ${photo.round} ${photo.sha256}`}>
            <span>{missingWords(photo, t)}</span>
            <GiveUp hazard={hazard} photo={photo} onAsk={() => setLost(photo)} />
          </li>
        ))}
      </ul>
      {lost !== null && (
        <ActDrawer hazard={hazard} act={givingUp[lost.kind]} given={{ sha256: lost.sha256 }} onClose={() => setLost(null)} />
      )}
    </>
  );
}

type GiveUpProps = { readonly hazard: HazardDetail; readonly photo: MissingPhoto; readonly onAsk: () => void };

function GiveUp({ hazard: { objections }, photo, onAsk }: GiveUpProps) {
  const { t } = useTranslation('hazards');
  const code = objections[givingUp[photo.kind]] ?? null;
  if (!isGivenUpHere(photo, code)) return null;
  return (
    <ActButton size="small" objection={code === null ? null : refusalSentence(code)} onClick={onAsk}>
      {t('desk.lost.act')}
    </ActButton>
  );
}
