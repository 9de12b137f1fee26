import { fireKinds } from '@changming/domain/equipment';
import type { TFunction } from 'i18next';

/** What is due, in words: a piece of fire gear has no name but its kind. */
export function subjectName(name: string | null, t: TFunction<'equipment'>): string | null {
  const kind = fireKinds.find((each) => each === name);
  return kind === undefined ? name : t(`fireKinds.${kind}`);
}
