import { useState } from 'react';

import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Capture } from './capture.tsx';
import { type ReportDraft, withPhoto } from './draft.ts';
import { keepDraft } from './draft-store.ts';
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

function Reporting({ id, ownerId }: ReportingProps) {
  const drafts = useDrafts(ownerId);
  const [sent, setSent] = useState<ReportDraft | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const draft = drafts?.find((each): each is ReportDraft => each.kind === 'report' && each.id === id);
  if (draft?.sealed === true && sent === null) setSent(draft);
  if (sent !== null) {
    const reopen = (error: unknown) => {
      keepDraft({ ...sent, sealed: false });
      setSent(null);
      setRefusal(error);
    };
    return <ReceiptScreen draft={sent} onRefused={reopen} />;
  }
  if (drafts === null) return <Waiting />;
  return draft === undefined ? <Lost /> : <Filling draft={draft} refusal={refusal} />;
}

/** The camera until there is a photo, and whenever one more is wanted; else the form. */
function Filling({ draft, refusal }: { readonly draft: ReportDraft; readonly refusal: unknown }) {
  const [more, setMore] = useState<'photos' | 'after' | null>(null);
  const target = draft.photos.length === 0 ? 'photos' : more;
  if (target === null)
    return (
      <ReportForm
        draft={draft}
        refusal={refusal}
        onChange={keepDraft}
        onMore={setMore}
        onSend={() => keepDraft({ ...draft, sealed: true })}
      />
    );
  return (
    <Capture
      title={draft.place.name}
      after={target === 'after'}
      onUse={(photo) => {
        keepDraft({ ...draft, [target]: withPhoto(draft[target], photo) });
        setMore(null);
      }}
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
