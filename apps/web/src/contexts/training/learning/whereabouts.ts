import type { TFunction } from 'i18next';

type Person = { readonly leftOn: string | null; readonly moved: boolean };

/** Whether somebody of a record is still where it counts: 已离职, 已调离; null when he is. */
export function whereaboutsOf({ leftOn, moved }: Person, t: TFunction<'training'>): string | null {
  if (leftOn !== null) return t('learning.violations.left', { on: leftOn });
  return moved ? t('learning.violations.moved') : null;
}
