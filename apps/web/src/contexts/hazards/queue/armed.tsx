import { useTranslation } from 'react-i18next';

/** What the next press will do. */
export function Armed({ words }: { readonly words: string | null }) {
  const { t } = useTranslation('hazards');
  if (words === null) return null;
  return (
    <p className="case__armed">
      {words}
      <br />
      {t('desk.queue.pressAgain', { key: 'A' })}
    </p>
  );
}

/** Why it was not done. */
export function Fault({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <p className="case__fault" role="alert">
      {words}
    </p>
  );
}
