import type { ComponentType } from 'react';

import type { RefusedFields } from '../../../ui/refused-at.ts';
import type { DeskPhoto } from '../photos/desk-photo.ts';
import { sendPhotos } from '../photos/desk-photo.ts';
import type { HazardDetail } from '../queries.ts';

export type Told = { readonly hazard: HazardDetail };

/** What an act asks for before it is done. */
export type ActForm = {
  /** None: the act is only confirmed. */
  readonly Fields: ComponentType<Told> | null;
  readonly initial: (hazard: HazardDetail) => object;
  readonly send: (hazard: HazardDetail, values: object) => Promise<unknown>;
  readonly danger: boolean;
  /** At which field the sentence of a refusal stands. */
  readonly refusedAt: (values: object, hazard: HazardDetail) => RefusedFields;
};

type Given<Values extends object> = {
  readonly Fields?: ComponentType<Told>;
  readonly initial?: (hazard: HazardDetail) => Partial<Values>;
  readonly send: (hazard: HazardDetail, values: Values) => Promise<unknown>;
  readonly danger?: boolean;
  readonly refusedAt?: (values: Values, hazard: HazardDetail) => RefusedFields;
};

/** antd's form gives back exactly what its fields hold, which is what `Fields` of the same act put into it. */
export function actForm<Values extends object = object>({ Fields, initial, send, danger = false, refusedAt }: Given<Values>): ActForm {
  return {
    Fields: Fields ?? null,
    initial: initial ?? (() => ({})),
    send: (hazard, values) => send(hazard, values as Values),
    danger,
    refusedAt: (values, hazard) => refusedAt?.(values as Values, hazard) ?? {},
  };
}

/** The hashes of the photos, once every one of them has arrived. */
export async function arrived({ id, unit }: HazardDetail, photos: readonly DeskPhoto[] = []): Promise<string[]> {
  await sendPhotos({ photos, hazardId: id, unitId: unit.id });
  return photos.map(({ sha256 }) => sha256);
}

/** Words that were left empty are not sent. */
export function said<Name extends string>(name: Name, text: string | undefined): { [Key in Name]?: string } {
  const words = text?.trim() ?? '';
  return (words === '' ? {} : { [name]: words }) as { [Key in Name]?: string };
}
