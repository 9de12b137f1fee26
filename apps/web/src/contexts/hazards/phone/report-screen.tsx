import { useState } from 'react';

import { go } from '../../../phone/path.ts';
import { keepPhoto } from '../../../phone/photos/photo-store.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { mayReopen } from '../../../phone/outbox/passage.ts';
import { Capture } from './capture.tsx';
import { type ReportDraft, withPhoto } from './draft.ts';
import { changeDraft, keepDraft, sendDraft } from './draft-store.ts';
import { ReceiptScreen } from './receipt-screen.tsx';
import { ReportForm } from './report-form.tsx';
import { useDrafts } from './use-drafts.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** 拍照 → 用这张 → 类别 → 提交. */
export function ReportScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  return <Reporting id={parts['id'] ?? ''} ownerId={me.account.id} />;
}

/** The same by the public door. */
export function DoorReportScreen({ parts }: ScreenProps) {
  return <Reporting id={parts['id'] ?? ''} ownerId={null} />;
}

type ReportingProps = { readonly id: string; readonly ownerId: string | null };

/** The form until it is sent, and again when the API would not take it; the receipt from then on. */
function Reporting({ id, ownerId }: ReportingProps) {
  const drafts = useDrafts(ownerId);
  if (drafts === null) return <Waiting />;
  const item = drafts.find((each): each is OutboxItem<ReportDraft> => each.content.kind === 'report' && each.id === id);
  if (item === undefined) return <Lost />;
  const { standing } = item.passage;
  if (standing.is === 'draft') return <Filling draft={item.content} refusal={null} />;
  if (standing.is === 'refused' && mayReopen(item.passage)) return <Filling draft={item.content} refusal={standing.said} />;
  return <ReceiptScreen item={item} />;
}

type FillingProps = { readonly draft: ReportDraft; readonly refusal: string | null };

/** The camera until there is a photo, and whenever one more is wanted; else the form. */
function Filling({ draft, refusal }: FillingProps) {
  const [more, setMore] = useState<'photos' | 'after' | null>(null);
  const target = draft.photos.length === 0 ? 'photos' : more;
  if (target === null)
    return <ReportForm draft={draft} refusal={refusal} onChange={keepDraft} onMore={setMore} onSend={() => void sendDraft(draft)} />;
  const use = async (taken: TakenPhoto) => {
    const photo = await keepPhoto(draft.ownerId, taken);
    changeDraft(draft, (now) => ({ ...now, [target]: withPhoto(now[target], photo) }));
    setMore(null);
  };
  return (
    <Capture
      title={draft.place.name}
      shows={target === 'after' ? 'after' : 'hazard'}
      onUse={(taken) => void use(taken)}
      onLeave={draft.photos.length === 0 ? null : () => setMore(null)}
    />
  );
}

function Lost() {
  const t = useHazardWords();
  return (
    <Screen title={t('phone.here')} back="/m">
      <Notice title={t('phone.lost')} next={t('phone.lostNext')}>
        <Button look="plain" onPress={() => go('/m')}>
          {t('phone.toHome')}
        </Button>
      </Notice>
    </Screen>
  );
}
