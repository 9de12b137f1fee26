import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { ActDrawer } from '../acts/act-drawer.tsx';
import type { HazardDetail } from '../queries.ts';
import { type MissingPhoto, missingOf, missingWords } from './missing-words.ts';

const acts = { before: 'giveUpBeforePhoto', after: 'giveUpAfterPhoto' } as const;

/** Every photo that was announced and is not there, with whom it is missed of; where acceptance waits for it, it can be given up. */
export function MissingPhotos({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const [lost, setLost] = useState<MissingPhoto | null>(null);
  const missing = missingOf(hazard);
  if (missing.length === 0) return null;
  return (
    <>
      <ul className="missing-photos" aria-label={t('desk.lost.missing')}>
        {missing.map((photo) => (
          <li key={`${photo.kind} ${photo.round} ${photo.sha256}`}>
            <span>{missingWords(photo, t)}</span>
            <GiveUp hazard={hazard} photo={photo} onAsk={() => setLost(photo)} />
          </li>
        ))}
      </ul>
      {lost !== null && <ActDrawer hazard={hazard} act={acts[lost.kind]} given={{ sha256: lost.sha256 }} onClose={() => setLost(null)} />}
    </>
  );
}

type GiveUpProps = { readonly hazard: HazardDetail; readonly photo: MissingPhoto; readonly onAsk: () => void };

function GiveUp({ hazard: { objections }, photo: { awaited, kind }, onAsk }: GiveUpProps) {
  const { t } = useTranslation('hazards');
  const code = objections[acts[kind]] ?? null;
  if (!awaited || code === 'access.not_permitted' || code === 'hazards.wrong_stage') return null;
  return (
    <ActButton size="small" objection={code === null ? null : refusalSentence(code)} onClick={onAsk}>
      {t('desk.lost.act')}
    </ActButton>
  );
}
