import type { HazardDetail } from '@changming/contract/hazards';
import { useState } from 'react';

import { evidenceAddress } from '../../../phone/photos/evidence-photo.tsx';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Capture } from './capture.tsx';
import { newWork, type WorkDraft, withPhoto } from './draft.ts';
import { keepDraft } from './draft-store.ts';
import { useHazard } from './hazard-screen.tsx';
import { useDrafts } from './use-drafts.ts';
import { useHazardWords } from './words.ts';
import { WorkForm } from './work-form.tsx';
import './hazards.css';

/** 整改：the photo after, over the one before; then what was done. */
export function RectifyScreen({ parts }: ScreenProps) {
  return <Work hazardId={parts['hazardId'] ?? ''} kind="submission" />;
}

/** 回头看: a photo of how it is now; then the result. */
export function LookBackScreen({ parts }: ScreenProps) {
  return <Work hazardId={parts['hazardId'] ?? ''} kind="lookBack" />;
}

type WorkProps = { readonly hazardId: string; readonly kind: WorkDraft['kind'] };

function Work({ hazardId, kind }: WorkProps) {
  const t = useHazardWords();
  const asked = useHazard(hazardId);
  if (asked.state === 'ready') return <Doing hazard={asked.answer} kind={kind} />;
  return (
    <Screen title={t('phone.rectifyTitle')} back={`/m/hazards/${hazardId}`}>
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

function Doing({ hazard, kind }: { readonly hazard: HazardDetail; readonly kind: WorkDraft['kind'] }) {
  const { me } = useSession();
  const drafts = useDrafts(me.account.id);
  const [more, setMore] = useState(false);
  if (drafts === null) return <Waiting />;
  const kept = drafts.find((each): each is WorkDraft => each.kind === kind && each.hazardId === hazard.id);
  const draft = kept ?? newWork({ kind, hazardId: hazard.id, number: hazard.number, ownerId: me.account.id });
  if (draft.photos.length > 0 && !more) return <WorkForm draft={draft} onMore={() => setMore(true)} />;
  return (
    <Capture
      title={hazard.number}
      after
      ghost={beforeOf(hazard)}
      onUse={(photo) => {
        keepDraft({ ...draft, photos: withPhoto(draft.photos, photo) });
        setMore(false);
      }}
      onLeave={draft.photos.length === 0 ? null : () => setMore(false)}
    />
  );
}

function beforeOf({ id, photos }: HazardDetail): string | undefined {
  const evidenceId = photos.find(({ kind, evidenceId: arrived }) => kind === 'before' && arrived !== null)?.evidenceId ?? null;
  return evidenceId === null ? undefined : evidenceAddress({ evidenceId, subject: id, size: 'view' });
}
