import { useId, useState } from 'react';

import { useOfflineWords } from '../offline-words.ts';
import { go } from '../path.ts';
import { hasViewfinder } from '../photos/viewfinder.tsx';
import { LiveScan } from '../scan/live-scan.tsx';
import { pixelsOfFile } from '../scan/pixels.ts';
import { pageIn } from '../scan/plate-code.ts';
import { NoReader, readCode } from '../scan/read-code.ts';
import { Screen } from '../ui/screen.tsx';
import '../photos/photos.css';

type Fault = 'notFound' | 'noCamera' | 'unavailable' | { readonly notOurs: string };

/** 扫码: by the camera within the page, or from a photo where it does not open. Works without a network. */
export function PlateScanScreen() {
  const t = useOfflineWords();
  const [fault, setFault] = useState<Fault | null>(null);
  const [live, setLive] = useState(hasViewfinder);
  const onText = (text: string | null) => {
    const page = text === null ? null : pageIn(text);
    if (page !== null) go(page);
    else setFault(text === null ? 'notFound' : { notOurs: text.slice(0, 60) });
  };
  const onFault = (error: unknown) => {
    setLive(false);
    setFault(error instanceof NoReader ? 'unavailable' : 'noCamera');
  };
  return (
    <Screen title={t('scanner.title')} back="/m">
      <div className="stack">
        {live && (
          <>
            <p className="stack__lead">{t('scanner.lead')}</p>
            <LiveScan label={t('scanner.title')} onCode={onText} onFault={onFault} />
          </>
        )}
        {fault !== null && (
          <p className="refused" role="alert">
            {typeof fault === 'string' ? t(`scanner.${fault}`) : t('scanner.notOurs', { text: fault.notOurs })}
          </p>
        )}
        <FromPhoto onText={onText} onFault={onFault} />
      </div>
    </Screen>
  );
}

type FromPhotoProps = { readonly onText: (text: string | null) => void; readonly onFault: (fault: unknown) => void };

function FromPhoto({ onText, onFault }: FromPhotoProps) {
  const t = useOfflineWords();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    const pixels = await pixelsOfFile(file);
    await (pixels === null ? Promise.resolve(null) : readCode(pixels)).then(onText, onFault);
    setBusy(false);
  };
  return (
    <div className="shutter shutter--plain">
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} aria-busy={busy}>
        <span>{t(busy ? 'scanner.reading' : 'scanner.photo')}</span>
      </label>
    </div>
  );
}
