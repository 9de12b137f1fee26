import { useTranslation } from 'react-i18next';

type Hint = { readonly key: string; readonly label: string };

/** Which key does what, always in sight. */
export function KeyHints({ hints }: { readonly hints: readonly Hint[] }) {
  const { t } = useTranslation('hazards');
  const moves = [
    { key: 'J', label: t('desk.queue.next') },
    { key: 'K', label: t('desk.queue.previous') },
  ];
  return (
    <dl className="key-hints" aria-label={t('desk.queue.keys')}>
      {[...moves, ...hints].map(({ key, label }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The key of a button, on the button. */
export function Key({ children }: { readonly children: string }) {
  return <kbd className="key">{children}</kbd>;
}
