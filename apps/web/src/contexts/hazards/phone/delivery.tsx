import type { Progress } from './send-photos.ts';
import { useHazardWords } from './words.ts';

type DeliveryProps = { readonly text: boolean; readonly progress: Progress };

/** 文字 ✓ 照片 1/1 ✓ */
export function Delivery({ text, progress }: DeliveryProps) {
  const t = useHazardWords();
  const { arrived, of, share } = progress;
  const all = text && arrived === of;
  return (
    <ul className="delivery" aria-live="polite">
      <li className={text ? 'delivery--done' : ''}>
        {t('phone.words')} {text && <Tick label={t('phone.done')} />}
      </li>
      <li className={all ? 'delivery--done' : ''}>
        {t('phone.photos', { arrived, of })} {all && <Tick label={t('phone.done')} />}
        {!all && <progress max={of} value={arrived + share} />}
      </li>
    </ul>
  );
}

function Tick({ label }: { readonly label: string }) {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d="M5 13l4.500 4.500L19 7.500" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
