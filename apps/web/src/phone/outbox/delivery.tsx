import { useOfflineWords } from '../offline-words.ts';

type DeliveryProps = {
  readonly text: boolean;
  readonly arrived: number;
  readonly of: number;
  /** Of the photos on their way, each from 0 to 1. */
  readonly share: number;
};

/** 文字 ✓ 照片 1/1 ✓ */
export function Delivery({ text, arrived, of, share }: DeliveryProps) {
  const t = useOfflineWords();
  const all = text && arrived === of;
  return (
    <ul className="delivery" aria-live="polite">
      <li className={text ? 'delivery--done' : ''}>
        {t('receipt.words')} {text && <Tick label={t('outbox.arrived')} />}
      </li>
      {of > 0 && (
        <li className={all ? 'delivery--done' : ''}>
          {t('receipt.photos', { arrived, of })} {all && <Tick label={t('outbox.arrived')} />}
          {!all && <progress max={of} value={arrived + share} />}
        </li>
      )}
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
