import { useState } from 'react';

import { keepPhoto } from '../../../phone/photos/photo-store.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { Strip } from '../../../phone/photos/shot.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { Capture } from './capture.tsx';
import { said, type WorkDraft, withPhoto } from './draft.ts';
import { changeDraft } from './draft-store.ts';
import { useHazardWords } from './words.ts';

type DraftProps = { readonly draft: WorkDraft };

/** 整改前照片 that the report did not bring: taken before the work begins, or why it cannot be. */
export function CaptureBefore({ draft }: DraftProps) {
  const t = useHazardWords();
  const [without, setWithout] = useState(false);
  const use = async (taken: TakenPhoto) => {
    const photo = await keepPhoto(draft.ownerId, taken);
    changeDraft(draft, (now) => ({ ...now, before: withPhoto(now.before ?? [], photo) }));
  };
  return (
    <>
      <Capture
        title={draft.number}
        shows="before"
        onUse={(taken) => void use(taken)}
        onLeave={null}
        otherwise={{ label: t('beforeLack.cannot'), onPress: () => setWithout(true) }}
      />
      {without && <WhyNone draft={draft} onClose={() => setWithout(false)} />}
    </>
  );
}

const reasons = ['urgent', 'changed', 'unreachable'] as const;

function WhyNone({ draft, onClose }: DraftProps & { readonly onClose: () => void }) {
  const t = useHazardWords();
  const [why, setWhy] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const reason = said(why, text);
  return (
    <Sheet title={t('beforeLack.cannot')} onClose={onClose}>
      <TickChips
        label={t('beforeLack.why')}
        chips={reasons.map((each) => t(`beforeLack.reasons.${each}`))}
        chosen={why}
        onChoose={setWhy}
      />
      <Area label={t('phone.measuresText')} value={text} onChange={setText} />
      <Button
        objection={reason === undefined ? t('beforeLack.missing') : null}
        onPress={() => changeDraft(draft, (now) => ({ ...now, beforeLack: reason ?? null }))}
      >
        {t('beforeLack.save')}
      </Button>
    </Sheet>
  );
}

/** What was said of it, above the rest of the form; it can be taken back until the work is handed in. */
export function BeforeTaken({ draft }: DraftProps) {
  const t = useHazardWords();
  const { before = [], beforeLack = null } = draft;
  if (before.length > 0) {
    const removal = {
      label: t('phone.removePhoto'),
      onRemove: (id: string) => changeDraft(draft, (now) => ({ ...now, before: (now.before ?? []).filter((photo) => photo.id !== id) })),
    };
    return (
      <section className="stack stack--near">
        <h2 className="quiet-title">{t('beforeLack.photos')}</h2>
        <Strip ownerId={draft.ownerId} photos={before} alt={t('phone.before')} removal={removal} />
      </section>
    );
  }
  if (beforeLack === null) return null;
  return (
    <section className="stack stack--near">
      <p className="stack__lead">{`${t('beforeLack.title')}：${beforeLack}`}</p>
      <Button look="plain" onPress={() => changeDraft(draft, (now) => ({ ...now, beforeLack: null }))}>
        {t('beforeLack.again')}
      </Button>
    </section>
  );
}
