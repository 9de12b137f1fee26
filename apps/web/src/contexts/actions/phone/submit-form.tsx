import { type ActionDetail, submitAction } from '@changming/contract/actions';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import type { TakenPhoto } from '../../../phone/photos/prepare-photo.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { Shutter } from '../../../phone/photos/shutter.tsx';
import { useObjectUrl } from '../../../phone/photos/use-object-url.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useActionWords } from './words.ts';

/** As many as the API takes with one submission. */
const mostPhotos = 9;

type SubmitFormProps = { readonly action: ActionDetail; readonly onDone: () => void };

/** 提交完成情况: the photos go first, then the words that name them; whatever fails, what was filled in stays. */
export function SubmitForm({ action, onDone }: SubmitFormProps) {
  const t = useActionWords();
  const say = useToast();
  const [actId] = useState(newId);
  const [result, setResult] = useState('');
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([]);
  const [fault, setFault] = useState(false);
  const { busy, error, act } = useAct(async () => {
    const send = sendSigned(action.id, action.unitId);
    for (const photo of photos) await send(photo, photo.content, () => {});
    const body = { result: result.trim(), photos: photos.map(({ sha256 }) => sha256) };
    await call(submitAction, { params: { actionId: action.id }, idempotencyKey: actId, body });
    say(t('submitted'));
    onDone();
  });
  const take = (photo: TakenPhoto) => {
    setFault(false);
    setPhotos((before) => (before.some(({ sha256 }) => sha256 === photo.sha256) ? before : [...before, photo]));
  };
  const remove = (id: string) => setPhotos((before) => before.filter((photo) => photo.id !== id));
  const missing = useMissing(action, { result, photos });
  return (
    <Card title={t('submit')}>
      <div className="stack">
        <Area label={t('result')} value={result} onChange={setResult} rows={3} />
        {photos.length > 0 && <Taken photos={photos} onRemove={remove} />}
        {photos.length < mostPhotos && <Shutter look="plain" label={t('addPhoto')} onPhoto={take} onFault={() => setFault(true)} />}
        {fault && <p className="refused">{t('notAPhoto')}</p>}
        <Refused error={error} />
        <Button busy={busy} objection={missing} onPress={() => act(undefined)}>
          {t(busy && photos.length > 0 ? 'sending' : 'submit')}
        </Button>
      </div>
    </Card>
  );
}

type Filled = { readonly result: string; readonly photos: readonly TakenPhoto[] };

/** What is built or worn is proved by a photo. */
function useMissing({ kind }: ActionDetail, { result, photos }: Filled): string | null {
  const t = useActionWords();
  if (result.trim() === '') return t('resultMissing');
  return photos.length === 0 && (kind === 'engineering' || kind === 'ppe') ? t('photoMissing') : null;
}

type TakenProps = { readonly photos: readonly TakenPhoto[]; readonly onRemove: (id: string) => void };

function Taken({ photos, onRemove }: TakenProps) {
  const t = useActionWords();
  return (
    <ul className="strip">
      {photos.map((photo) => (
        <li key={photo.id}>
          <Thumb photo={photo} alt={t('photo')} />
          <button type="button" aria-label={t('removePhoto')} onClick={() => onRemove(photo.id)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ photo, alt }: { readonly photo: TakenPhoto; readonly alt: string }) {
  const url = useObjectUrl(photo.content);
  return url === undefined ? null : <img src={url} alt={alt} />;
}
