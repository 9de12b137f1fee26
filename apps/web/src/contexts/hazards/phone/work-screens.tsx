import type { HazardDetail } from '@changming/contract/hazards';
import { useEffect, useState } from 'react';

import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { mayReopen } from '../../../phone/outbox/passage.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import { evidenceAddress } from '../../../phone/photos/evidence-address.ts';
import { keptPicture } from '../../../phone/photos/kept-pictures.ts';
import { keepPhoto } from '../../../phone/photos/photo-store.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { asksForBefore } from '../before-lack.ts';
import { Capture } from './capture.tsx';
import { CaptureBefore } from './capture-before.tsx';
import { newWork, type WorkDraft, withPhoto } from './draft.ts';
import { changeDraft, type HazardItem } from './draft-store.ts';
import { photoBefore } from './snapshot.ts';
import { useDrafts } from './use-drafts.ts';
import { useHazard } from './use-hazard.ts';
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

/** What was begun here stands in the phone; without it the record is asked for. */
function Work({ hazardId, kind }: WorkProps) {
  const { me } = useSession();
  const drafts = useDrafts(me.account.id);
  const item = drafts?.find((each): each is OutboxItem<WorkDraft> => isThis(each, { hazardId, kind }));
  if (item !== undefined && item.passage.standing.is !== 'draft' && !mayReopen(item.passage)) return <OnItsWay item={item} />;
  return <Beginning hazardId={hazardId} kind={kind} item={item} />;
}

function isThis({ content, passage }: HazardItem, { hazardId, kind }: WorkProps): boolean {
  const over = passage.standing.is === 'arrived' && Date.now() - passage.standing.at > aMoment;
  return content.kind === kind && content.hazardId === hazardId && !over;
}

/** ms in which one who has just sent it is led on; whoever comes later begins another. */
const aMoment = 5000;

/** 报验 sent: what of it has arrived; when all has, on to the record. */
function OnItsWay({ item }: { readonly item: OutboxItem<WorkDraft> }) {
  const t = useHazardWords();
  const say = useToast();
  const { content, passage } = item;
  const arrived = passage.standing.is === 'arrived';
  const done = t(content.kind === 'submission' ? 'phone.handedIn' : 'phone.lookBackDone');
  useEffect(() => {
    if (!arrived) return;
    say(done);
    go(`/m/hazards/${content.hazardId}`);
  }, [arrived, content.hazardId, done, say]);
  return (
    <Screen title={content.number} back={`/m/hazards/${content.hazardId}`}>
      <div className="stack">
        <Receipt
          item={item}
          photos={content.photos.length}
          headings={{ arrived: done, words: t('phone.sentOpen'), nothing: t('phone.unsent') }}
        />
      </div>
    </Screen>
  );
}

type BeginningProps = WorkProps & { readonly item: OutboxItem<WorkDraft> | undefined };

function Beginning({ hazardId, kind, item }: BeginningProps) {
  const t = useHazardWords();
  const asked = useHazard(hazardId);
  if (asked.state === 'ready') return <Doing hazard={asked.answer} kind={kind} item={item} />;
  return (
    <Screen title={t(kind === 'lookBack' ? 'phone.lookBackShootTitle' : 'phone.rectifyTitle')} back={`/m/hazards/${hazardId}`}>
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

type DoingProps = Omit<BeginningProps, 'hazardId'> & { readonly hazard: HazardDetail };

function Doing({ hazard, kind, item }: DoingProps) {
  const { me } = useSession();
  const start = kind === 'submission' && hazard.stage === 'assigned';
  const [fresh] = useState(() => newWork({ kind, hazardId: hazard.id, number: hazard.number, ownerId: me.account.id, start }));
  const draft = item?.content ?? fresh;
  if (owesBefore(draft, hazard)) return <CaptureBefore draft={draft} />;
  return <Showing hazard={hazard} draft={draft} refusal={refusalOf(item)} />;
}

type ShowingProps = { readonly hazard: HazardDetail; readonly draft: WorkDraft; readonly refusal: string | null };

/** The camera until there is a photo, and whenever one more is wanted; else the form. */
function Showing({ hazard, draft, refusal }: ShowingProps) {
  const [more, setMore] = useState(false);
  const without = draft.photos.length === 0;
  const use = async (taken: TakenPhoto) => {
    const photo = await keepPhoto(draft.ownerId, taken);
    changeDraft(draft, (now) => ({ ...now, photos: withPhoto(now.photos, photo) }));
    setMore(false);
  };
  if (!without && !more) return <WorkForm draft={draft} refusal={refusal} onMore={() => setMore(true)} />;
  return (
    <Capture
      title={hazard.number}
      shows={draft.kind === 'lookBack' ? 'lookBack' : 'after'}
      ghost={beforeOf(hazard)}
      onUse={(taken) => void use(taken)}
      onLeave={without ? null : () => setMore(false)}
    />
  );
}

/** Whether the report brought no photo from before, and this work neither one nor the reason. */
function owesBefore({ kind, before = [], beforeLack = null }: WorkDraft, hazard: HazardDetail): boolean {
  return kind === 'submission' && asksForBefore(hazard) && before.length === 0 && beforeLack === null;
}

function refusalOf(item: BeginningProps['item']): string | null {
  return item?.passage.standing.is === 'refused' ? item.passage.standing.said : null;
}

/** The small one that the phone holds does where the line is down. */
function beforeOf(hazard: HazardDetail): string | undefined {
  const evidenceId = photoBefore(hazard);
  if (evidenceId === null) return undefined;
  const address = evidenceAddress({ evidenceId, subject: hazard.id, size: 'view' });
  return navigator.onLine ? address : (keptPicture(evidenceId) ?? address);
}
