import { useTranslation } from 'react-i18next';

type Kept = { readonly keeper: string | null; readonly keeperWords: string | null };

/** Who keeps it, or the words of the ledger where no person could be told. */
export function KeeperWords({ of: { keeper, keeperWords } }: { readonly of: Kept }) {
  const { t } = useTranslation('equipment');
  if (keeper !== null) return keeper;
  return keeperWords === null ? t('desk.noKeeper') : <span title={t('desk.keeperWords', { words: keeperWords })}>{keeperWords}*</span>;
}
