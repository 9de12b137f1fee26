import type { HazardDetail } from '@changming/contract/hazards';
import { giveUpAfterPhoto, giveUpBeforePhoto } from '@changming/contract/hazards/steps';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { awaitsBefore } from '../before-lack.ts';
import { givingUp, isGivenUpHere, type MissingPhoto, missingOf } from '../missing-photo.ts';
import { useHazardWords, useObjection } from './words.ts';

type MissingProps = { readonly hazard: HazardDetail; readonly onDone: () => void };

const sending = { before: giveUpBeforePhoto, after: giveUpAfterPhoto } as const;

/** Photos of the report and of the work that are not there: whom they are missed of, and the way to say that one cannot come any more. */
export function MissingPhotos({ hazard, onDone }: MissingProps) {
  const t = useHazardWords();
  const missing = missingOf(hazard);
  const lack = lackWords(hazard, t);
  if ((missing.length === 0 && lack === null) || isOlder(missing)) return null;
  return (
    <section className="stack stack--near" aria-label={t('phone.neverCame.title')}>
      {lack !== null && <p className="stack__lead">{lack}</p>}
      {missing.map((photo) => (
        <Missing key={`${photo.kind} ${photo.round} ${photo.sha256}`} hazard={hazard} photo={photo} onDone={onDone} />
      ))}
    </section>
  );
}

/** 缺整改前照片: why, or that it is yet to be taken. */
function lackWords(hazard: HazardDetail, t: ReturnType<typeof useHazardWords>): string | null {
  const lack = hazard.beforeLack ?? null;
  if (lack !== null) return t('beforeLack.said', { reason: lack.reason, by: lack.by?.name ?? '—' });
  return awaitsBefore(hazard) ? t('beforeLack.open') : null;
}

/** A page that was kept for want of a network may not know yet how its photos stand. */
function isOlder(photos: readonly Partial<MissingPhoto>[]): boolean {
  return photos.some(({ awaited }) => awaited === undefined);
}

function Missing({ hazard, photo, onDone }: MissingProps & { readonly photo: MissingPhoto }) {
  const t = useHazardWords();
  const objection = useObjection();
  const [open, setOpen] = useState(false);
  const code = hazard.objections[givingUp[photo.kind]];
  const done = () => {
    setOpen(false);
    onDone();
  };
  return (
    <>
      <p className="stack__lead">{wordsOf(photo, t)}</p>
      {isGivenUpHere(photo, code) && (
        <Button look="plain" objection={objection(code)} onPress={() => setOpen(true)}>
          {t('phone.neverCame.act')}
        </Button>
      )}
      {open && <Ask hazardId={hazard.id} photo={photo} onClose={() => setOpen(false)} onDone={done} />}
    </>
  );
}

function wordsOf({ kind, declaredBy, awaited, givenUp }: MissingPhoto, t: ReturnType<typeof useHazardWords>): string {
  const words = { kind: t(`phone.${kind}`), who: declaredBy?.name ?? t('phone.holders.anonymous') };
  if (givenUp !== null) return t('phone.neverCame.givenUp', { ...words, by: givenUp.by?.name ?? '—', reason: givenUp.reason });
  return t(awaited ? 'phone.neverCame.notYet' : 'phone.neverCame.replaced', words);
}

type AskProps = { readonly hazardId: string; readonly photo: MissingPhoto; readonly onClose: () => void; readonly onDone: () => void };

function Ask({ hazardId, photo: { kind, sha256 }, onClose, onDone }: AskProps) {
  const t = useHazardWords();
  const say = useToast();
  const [reason, setReason] = useState('');
  const lost = useAct(async () => {
    await call(sending[kind], { params: { hazardId }, body: { sha256, reason: reason.trim() } });
    say(t('phone.neverCame.done'));
    onDone();
  });
  return (
    <Sheet title={t('phone.neverCame.act')} onClose={onClose}>
      <p className="stack__lead">{t('phone.neverCame.note')}</p>
      <Area label={t('phone.neverCame.reason')} value={reason} onChange={setReason} />
      <Refused error={lost.error} />
      <Button
        busy={lost.busy}
        objection={reason.trim() === '' ? t('phone.neverCame.reasonMissing') : null}
        onPress={() => lost.act(undefined)}
      >
        {t('phone.neverCame.act')}
      </Button>
    </Sheet>
  );
}
