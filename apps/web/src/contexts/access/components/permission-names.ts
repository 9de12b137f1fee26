import { useTranslation } from 'react-i18next';

/** What each permission lets one do, in the words of the trail; a permission without a sentence goes by its own name. */
export function usePermissionName(): (permission: string) => string {
  const { t } = useTranslation('audit');
  const names: Readonly<Record<string, string>> = t('permissionActs', { returnObjects: true });
  return (permission) => names[permission] ?? permission;
}

/** The context of a permission, in words. */
export function useContextName(): (context: string) => string {
  const { t } = useTranslation('access');
  const names: Readonly<Record<string, string>> = t('desk.contexts', { returnObjects: true });
  return (context) => names[context] ?? context;
}
