import { locales } from '../../../api/locale.ts';
import { useShellWords } from '../../../phone/shell-words.ts';
import { speak, useLocale } from '../../../phone/words.ts';

export function Languages() {
  const t = useShellWords();
  const spoken = useLocale();
  return (
    <div className="languages">
      {locales.map((locale) => (
        <button key={locale} type="button" aria-pressed={locale === spoken} onClick={() => speak(locale)}>
          {t(`languages.${locale}`)}
        </button>
      ))}
    </div>
  );
}
